namespace Diffusion.Charts.Display;

/// <summary>The MIME types that figures and pictures are shown as.</summary>
public static class MimeTypes
{
    /// <summary>A Plotly figure as JSON.</summary>
    public const string Plotly = "application/vnd.plotly.v1+json";

    /// <summary>A piece of HTML.</summary>
    public const string Html = "text/html";

    /// <summary>Plain text.</summary>
    public const string Plain = "text/plain";

    /// <summary>A PNG picture, base64 in a notebook.</summary>
    public const string Png = "image/png";

    /// <summary>A GIF animation.</summary>
    public const string Gif = "image/gif";
}
