"""Many pages: folders and WARCs in, Parquet out; needs the extra ``newsmodel[corpus]``."""

from newsmodel.corpus.folder import read_folder
from newsmodel.corpus.parts import Part
from newsmodel.corpus.run import parts_of, tabulate
from newsmodel.corpus.summary import Summary
from newsmodel.corpus.warc import WarcPages, read_warc
from newsmodel.corpus.write import open_tables, write_parquet, write_part

__all__ = ["Part", "Summary", "WarcPages", "open_tables", "parts_of", "read_folder", "read_warc", "tabulate", "write_parquet", "write_part"]
