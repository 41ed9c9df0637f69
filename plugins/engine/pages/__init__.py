"""Writing the files of a site: only those that are not there yet as they are now.

Generators write as ever; the writer notes each page as a job.  At the end a job whose file is in the last
site, and whose every read value, template and setting has the fingerprint that it had then, is done already;
the others are shared among worker processes.  An incremental build gives the same bytes as a clean one.
"""
