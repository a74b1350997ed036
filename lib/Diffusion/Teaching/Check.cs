using System.Globalization;

namespace Diffusion.Teaching;

/// <summary>Checks an exercise's answer: says what is right about it or gives a hint, and never throws.</summary>
public static class Check
{
    /// <summary>What a line begins with when the answer holds.</summary>
    public const string Right = "Right:";

    /// <summary>What a line begins with when it does not hold yet.</summary>
    public const string NotYet = "Not yet:";

    /// <summary>Evaluates a claim about the answer.</summary>
    /// <param name="claim">True when the answer is right; whatever it throws counts as not yet.</param>
    /// <param name="right">What the reader has shown, said when the claim holds.</param>
    /// <param name="hint">Where to look, said when it does not.</param>
    /// <returns>One line for the cell to end with.</returns>
    public static string That(Func<bool> claim, string right, string hint)
    {
        ArgumentNullException.ThrowIfNull(claim);
        try
        {
            return claim() ? $"{Right} {right}" : $"{NotYet} {hint}";
        }
        catch (Exception error)
        {
            return $"{NotYet} the answer failed ({error.GetType().Name}: {error.Message}). {hint}";
        }
    }

    /// <summary>Compares a number with what it should be.</summary>
    /// <param name="answer">The reader's number.</param>
    /// <param name="expected">The right one.</param>
    /// <param name="tolerance">Largest absolute difference that still counts.</param>
    /// <param name="right">Said when they agree.</param>
    /// <param name="hint">Said, with the reader's number, when they do not.</param>
    public static string Number(Func<double> answer, double expected, double tolerance, string right, string hint)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var given = double.NaN;
        var verdict = That(() => Math.Abs((given = answer()) - expected) <= tolerance, right, hint);
        return verdict.StartsWith(Right, StringComparison.Ordinal) || double.IsNaN(given)
            ? verdict
            : string.Create(CultureInfo.InvariantCulture, $"{verdict} (You have {given:G6}.)");
    }
}
