"""Jupyter's own tests of a kernel, with C# in them."""
import unittest

import jupyter_kernel_test

PATIENCE = 120  # A busy machine takes its time.
jupyter_kernel_test.TIMEOUT = PATIENCE


class Conformance(jupyter_kernel_test.KernelTests):
    kernel_name = ".net-csharp"
    language_name = "C#"
    file_extension = ".cs"
    code_hello_world = 'Console.WriteLine("hello, world");'
    code_stderr = 'Console.Error.WriteLine("oops");'
    completion_samples = [
        {"text": "Console.WriteL", "matches": {"WriteLine"}},
        {"text": "Math.Sq", "matches": {"Sqrt"}},
    ]
    complete_code_samples = ["1 + 1", "var x = 1;", 'Console.WriteLine("a");', "int F(int n) { return n; }"]
    incomplete_code_samples = ["if (true) {", "Console.WriteLine(", 'var s = """\n  text']
    invalid_code_samples = ["var = ;", "1 + + ) 2"]
    code_inspect_sample = "Console.WriteLine"
    code_page_something = ""  # There is no pager.
    code_generate_error = 'throw new InvalidOperationException("wrong");'
    code_execute_result = [
        {"code": "1 + 2", "result": "3"},
        {"code": '"a" + "b"', "result": "ab"},
        {"code": "6 * 7", "result": "42"},
    ]
    code_display_data = [{"code": 'display("<b>x</b>", "text/html");', "mime": "text/html"}]
    code_clear_output = "clear_output();"
    code_history_pattern = "1?+*"
    supported_history_operations = ("tail", "range", "search")

    def execute_helper(self, code, timeout=PATIENCE, **options):
        return super().execute_helper(code, timeout, **options)


if __name__ == "__main__":
    unittest.main(verbosity=2)
