namespace NetGen.Experiments.DistantIdentity;

/// <summary>How the weights of both networks start.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Plain">The plain network.</param>
/// <param name="Res">The residual network.</param>
/// <param name="Description">Its description, in a few words.</param>
internal sealed record IdentitySetup(string Name, IdentityStart Plain, IdentityStart Res, string Description);
