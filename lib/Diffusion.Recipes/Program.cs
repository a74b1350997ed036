using System.CommandLine;
using Diffusion.Recipes;
using Diffusion.Recipes.Benchmarks;
using Diffusion.Recipes.Quality;
using Diffusion.Recipes.Training;

var program = new RootCommand("Long runs and measurements of the library.") { BenchCommand.Create(), TrainCommand.Create(), QualityCommand.Create() };
var parsed = program.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors)
        Console.Error.WriteLine(error.Message);
    return RecipeExitCode.Usage;
}
return parsed.Invoke();
