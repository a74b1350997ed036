using static TorchSharp.torch;

namespace TorchSharp.Contract.Tests;

[Collection(typeof(RunAlone))]
public class ThreadTests
{
    // Kernels ask for the number, so that a reader's setting rules them too.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Threads_Set_AreToldOnEveryThreadAndChangeNoElement(int count)
    {
        using var scope = NewDisposeScope();
        var before = get_num_threads();
        var x = Numbers.Wave([300, 300]);
        var expected = (x * x).Values();
        try
        {
            set_num_threads(count);
            Assert.Equal(count, get_num_threads());
            Assert.Equal(expected, (x * x).Values());
        }
        finally
        {
            set_num_threads(before);
        }
    }
}
