using System.Globalization;

namespace NetGen.Generator.Tests;

/// <summary>The same input gives the same bytes on every machine.</summary>
public sealed class DeterminismTests
{
    private const string Source =
        "using NetGen; [Mlp(Width = 1000, Depth = 3, InitScale = 0.2236068f, Residual = true)] public partial class Net;";

    [Fact]
    public void Generated_text_does_not_depend_on_the_culture()
    {
        IEnumerable<string> expected = Generate();
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            var hostile = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            hostile.NumberFormat = new NumberFormatInfo { NumberDecimalSeparator = ",", NumberGroupSeparator = ".", NegativeSign = "~" };
            CultureInfo.CurrentCulture = hostile;
            Assert.Equal(expected, Generate());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Lines_end_in_a_line_feed() => Assert.All(Generate(), static text => Assert.DoesNotContain('\r', text));

    [Theory]
    [InlineData(0.1f, "0.1f")]
    [InlineData(0.2236068f, "0.2236068f")]
    [InlineData(1f, "1f")]
    [InlineData(-0f, "-0f")]
    [InlineData(1.17549435e-38f, "1.1754944E-38f")]
    [InlineData(float.MaxValue, "3.4028235E+38f")]
    public void Literal_is_the_shortest_that_reads_back(float number, string literal) => Assert.Equal(literal, Numbers.Literal(number));

    private static IEnumerable<string> Generate() =>
        [.. GeneratorRun.Over(Source).Result.GeneratedSources.Select(static file => file.SourceText.ToString())];
}
