"""Whole archives: from WARC, JSON Lines, Parquet and folders to a Parquet data set of claims, in bounded memory."""
