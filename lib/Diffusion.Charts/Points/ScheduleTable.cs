using System.Globalization;

namespace Diffusion.Charts;

/// <summary>What a schedule's figure draws, from its betas: T + 1 entries, entry 0 being clean data.</summary>
internal sealed class ScheduleTable
{
    public ScheduleTable(string name, Values beta)
    {
        if (beta.Count < 2 || beta[0] != 0)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The betas of “{name}” need T + 1 entries, entry 0 (clean data) being 0; got {beta.Count}, the first {beta[0]}."),
                nameof(beta));
        }

        int wrong = Array.FindIndex(beta.ToArray(), 1, value => value is <= 0 or >= 1);
        if (wrong >= 0)
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"β_{wrong} of “{name}” is {beta[wrong]}: every β_t from t = 1 on lies between 0 and 1."),
                nameof(beta));

        (Name, Beta, AlphaBar) = (name, beta.ToArray(), new double[beta.Count]);
        AlphaBar[0] = 1;
        for (int t = 1; t <= T; t++)
            AlphaBar[t] = AlphaBar[t - 1] * (1 - Beta[t]);
    }

    public string Name { get; }

    public double[] Beta { get; }

    public double[] AlphaBar { get; }

    public int T => Beta.Length - 1;

    public double SignalToNoise(int t) => AlphaBar[t] / (1 - AlphaBar[t]);
}
