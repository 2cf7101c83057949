using System.Net;

namespace NetGen.Plotting.Rendering;

/// <summary>The head of a page that needs no other file.</summary>
internal static class PageHead
{
    /// <param name="title">Its title, as plain text.</param>
    /// <param name="style">What its style sheet has beyond what all pages have in common.</param>
    public static string Of(string title, string style) =>
        $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <link rel="icon" href="data:,">
        <title>{WebUtility.HtmlEncode(title)}</title>
        <style>
        {SvgFigure.StyleSheet}{EmbeddedFile.Read("page.css")}{style}</style>
        </head>
        """;
}
