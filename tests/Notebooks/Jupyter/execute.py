"""Executes notebooks with nbclient, each in a folder of one's choice: execute.py SOURCE TARGET FOLDER."""
import sys

import nbclient
import nbformat

source, target, folder = sys.argv[1:]
notebook = nbformat.read(source, as_version=4)
patience = {"startup_timeout": 600, "timeout": 600, "iopub_timeout": 600}
client = nbclient.NotebookClient(notebook, kernel_name=".net-csharp", resources={"metadata": {"path": folder}}, **patience)
try:
    client.execute()
finally:
    nbformat.write(notebook, target)
