using TorchNative;

// Arguments: folders in which a build has put libraries.
try
{
    foreach (var folder in args)
        NativeTorch.EnsureIn(folder);
    return 0;
}
catch (NativeTorchException exception)
{
    // In the form that a build shows as its own error.
    Console.Error.WriteLine($"TorchNative : error NATIVE001: {exception.Message}");
    return 3;
}
