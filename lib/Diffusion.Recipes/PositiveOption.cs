using System.CommandLine;

namespace Diffusion.Recipes;

/// <summary>Options that take a whole number from 1 up.</summary>
internal static class PositiveOption
{
    /// <param name="name">The option.</param>
    /// <param name="description">What it is.</param>
    /// <param name="value">Its value where it is left out; 0 then if null, which no reader can ask for.</param>
    public static Option<int> Create(string name, string description, int? value = null)
    {
        var option = new Option<int>(name) { Description = description };
        if (value is { } usual) option.DefaultValueFactory = _ => usual;
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(int.TryParse(token.Value, out var count) && count >= 1))
                result.AddError($"{name} takes a whole number from 1 up, not '{token.Value}'.");
        });
        return option;
    }
}
