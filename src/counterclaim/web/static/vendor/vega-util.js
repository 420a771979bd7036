// What vega-interpreter imports from the package vega-util, taken from the copy of it within Vega.
export const { ascending, isString, DisallowedObjectProperties } = window.vega;
