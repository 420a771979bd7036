"""The ledger: what was read, what was claimed in it, what people judged of it, each entry chained to the last."""
