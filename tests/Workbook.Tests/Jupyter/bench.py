"""Measures a kernel as its clients see it, and prints one line of JSON."""
import json
import statistics
import sys
import time

import jupyter_client
from jupyter_client.manager import start_new_kernel

WARM_UP, RUNS = 20, 50


def seconds(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def median_ms(work):
    for _ in range(WARM_UP):
        work()
    return round(1000 * statistics.median(seconds(work) for _ in range(RUNS)), 2)


def execute(code):
    reply = client.execute_interactive(code, timeout=60, output_hook=lambda message: None)
    assert reply["content"]["status"] == "ok", reply["content"]


def complete():
    reply = client.complete("var names = new List<string>(); names.Add", reply=True, timeout=60)
    assert "AddRange" in reply["content"]["matches"], reply["content"]


start = time.perf_counter()
manager, client = start_new_kernel(kernel_name=sys.argv[1])
ready = time.perf_counter() - start
try:
    first = seconds(lambda: execute("1 + 1"))
    print(json.dumps({
        "job": "kernel",
        "client": f"jupyter_client {jupyter_client.__version__}",
        "ready_s": round(ready, 3),
        "first_cell_s": round(first, 3),
        "empty_cell_ms": median_ms(lambda: execute("")),
        "expression_ms": median_ms(lambda: execute("1 + 1")),
        "completion_ms": median_ms(complete),
    }))
finally:
    client.stop_channels()
    manager.shutdown_kernel()
