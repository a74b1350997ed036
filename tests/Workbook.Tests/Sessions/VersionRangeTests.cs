using Workbook.Sessions.Child.Packages;

namespace Workbook.Tests.Sessions;

public class VersionRangeTests
{
    [Theory]
    [InlineData("*", "2.1.0", true)]
    [InlineData("2.*", "2.1.0", true)]
    [InlineData("2.*", "2", true)]
    [InlineData("2.*", "20.1.0", false)]
    [InlineData("2.1.*", "2.2.0", false)]
    [InlineData("2.0.0-*", "2.0.0", true)]
    [InlineData("2.1", "2.1.0", true)]
    [InlineData("2.1.0", "2.1.1", false)]
    [InlineData("[1.0, 2.0)", "1.9.3", true)]
    [InlineData("[1.0, 2.0)", "2.0.0", false)]
    [InlineData("[1.0, 2.0]", "2.0.0", true)]
    [InlineData("(1.0,)", "1.0.0", false)]
    [InlineData("(,2.0)", "1.0.0", true)]
    [InlineData("[1.0]", "1.0.0", true)]
    [InlineData("[2.0,)", "2.0.0-beta.1", false)]
    public void Admits_ARange_FollowsNuGet(string range, string version, bool expected) =>
        Assert.Equal(expected, VersionRange.Admits(range, version));
}
