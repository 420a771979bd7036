"""The public benchmarks: reading their texts with our stages, scoring with their own scorers, one table beside peers.

    python -m scripts.benchmarks BENCH [--split test] [--only muc4,gva] [--keep DIR]

BENCH holds a folder for each benchmark with its texts and its score.py. What is measured, what peers reach and what we
aim at stands in measures.tsv.
"""
