"""Jupyter's own tests of a kernel, with C# in them."""
import unittest

import jupyter_kernel_test
from jupyter_client.manager import start_new_kernel
from jupyter_client.utils import run_sync
from jupyter_kernel_test.msgspec_v5 import validate_message

PATIENCE = 300  # A busy machine takes its time.
jupyter_kernel_test.TIMEOUT = PATIENCE


class Conformance(jupyter_kernel_test.KernelTests):
    kernel_name = ".net-csharp"
    language_name = "csharp"
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

    @classmethod
    def setUpClass(cls):
        cls.km, cls.kc = start_new_kernel(PATIENCE, kernel_name=cls.kernel_name)

    # The suite's own two take a tenth of a second without a message for the end of them, which a busy machine makes of any.
    def flush_channels(self):
        request = self.kc.kernel_info()
        next(self.answers(self.kc.shell_channel, request))
        next(self.states(request, "idle"))

    def execute_helper(self, code, timeout=PATIENCE, **options):
        request = self.kc.execute(code=code, **options)
        reply = next(self.answers(self.kc.shell_channel, request))
        validate_message(reply, "execute_reply", request)
        outputs = []
        for number, message in enumerate(self.answers(self.kc.iopub_channel, request)):
            state = message["content"].get("execution_state")
            if number == 0:
                self.assertEqual(state, "busy")
            elif state == "idle":
                return reply, outputs
            elif message["msg_type"] == "execute_input":
                self.assertEqual(message["content"]["code"], code)
            elif message["msg_type"] != "status":
                outputs.append(message)

    def get_non_kernel_info_reply(self, timeout=None):
        return super().get_non_kernel_info_reply(PATIENCE)

    def states(self, request, state):
        return (message for message in self.answers(self.kc.iopub_channel, request) if message["content"].get("execution_state") == state)

    def answers(self, channel, request):
        """What comes on a channel for a request, past all that earlier ones have left there."""
        while True:
            message = run_sync(channel.get_msg)(timeout=PATIENCE)
            validate_message(message, message["msg_type"])
            if message["parent_header"].get("msg_id") == request:
                yield message


if __name__ == "__main__":
    unittest.main(verbosity=2)
