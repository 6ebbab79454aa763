using System.CommandLine;
using SynthRender.Cli.Output;
using SynthRender.Datasets.Images;
using SynthRender.Datasets.Writers.Coco;

namespace SynthRender.Cli.Commands;

/// <summary>`synthrender render`: a scene file in, a dataset out.</summary>
internal static class RenderCommand
{
    public static Command Create()
    {
        var scene = new Argument<string>("scene") { Description = "The C# scene file, e.g. scenes/Demo.cs" };
        var frames = new Option<int?>("--frames", "-n") { Description = "How many frames to make (default: the scene's own number)", HelpName = "N" };
        var start = new Option<int>("--start") { Description = "Index of the first frame; frames 10-14 of a long run are --start 10 --frames 5", HelpName = "I" };
        var seed = new Option<ulong>("--seed") { Description = "Where all randomness comes from; the same seed gives the same bytes", HelpName = "N" };
        var size = new Option<ImageSize?>("--size") { Description = "Image size instead of the scene's, e.g. 640x480", HelpName = "WxH", CustomParser = ImageSize.Parse };
        var output = new Option<string?>("--out", "-o") { Description = "The dataset's folder (default: out/SCENE)", HelpName = "DIR" };
        var device = new Option<string?>("--device") { Description = "Name, index (see `synthrender devices`) or cpu (default: the fastest kind there is)", HelpName = "NAME" };
        var format = new Option<string>("--format") { Description = "Dataset format", DefaultValueFactory = _ => "coco" };
        format.AcceptOnlyFromAmong("coco");
        var images = new Option<ImageFormat>("--images") { Description = "Image files: Png and Webp keep every bit, Jpeg is smaller", DefaultValueFactory = _ => ImageFormat.Png };
        images.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, Enum.GetNames<ImageFormat>());
        var quality = new Option<int?>("--quality") { Description = "Quality of the images, 1 to 100 (default: Jpeg 95, Webp lossless); for Webp, below 100 is lossy", HelpName = "N" };
        var masks = new Option<string>("--masks") { Description = "rle holds masks exactly; polygons, outlines along pixel edges, cannot hold holes", DefaultValueFactory = _ => "rle" };
        masks.AcceptOnlyFromAmong("rle", "polygons");
        var minimumPixels = new Option<int>("--min-pixels") { Description = "Leaves objects with fewer visible pixels out of the annotations", HelpName = "N", DefaultValueFactory = _ => 1 };
        var categoryIds = new Option<string[]>("--category-ids") { Description = "Numbers these categories from 1 in this order (default: the scene's, in order of the alphabet)", HelpName = "NAME,…" };
        var unlisted = new Option<string>("--unlisted") { Description = "Objects of categories that --category-ids does not list: error, or leave-out of the annotations", DefaultValueFactory = _ => "error" };
        unlisted.AcceptOnlyFromAmong("error", "leave-out");
        var mergeKeypoints = new Option<bool>("--merge-keypoints") { Description = "Joins the keypoints of models of one category by name when they differ (default: an error)" };
        var set = new Option<string[]>("--set") { Description = "Sets an option that the scene declares; may be repeated", HelpName = "NAME=VALUE" };
        var models = new Option<string[]>("--models") { Description = "Where models are looked for (default: models3d beside or above the scene file, its folder, the current one); may be repeated", HelpName = "DIR" };
        var workers = new Option<int?>("--workers") { Description = "Frames drawn at the same time (default: one per core on the CPU driver, one on a GPU)", HelpName = "N" };
        var lod = new Option<string>("--lod") { Description = "Levels of detail: off draws every mesh with all its triangles", DefaultValueFactory = _ => "on" };
        lod.AcceptOnlyFromAmong("on", "off");
        var overlay = new Option<bool>("--overlay") { Description = "Also writes overlay.png: masks, boxes and keypoints drawn over the images" };
        var overwrite = new Option<bool>("--overwrite") { Description = "Replaces the dataset in the output folder instead of finishing it" };
        var durable = new Option<bool>("--durable") { Description = "Forces every file to disk before its frame counts, against power cuts; costs milliseconds a file" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Compiles the scene, samples its frames and says what would be made; draws and writes nothing" };
        var validate = new Option<bool>("--validate") { Description = "Runs with Vulkan's validation layers; any message is an error" };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Only errors" };

        var command = new Command("render", "Renders a scene file into a labelled dataset. Run again after an interruption, it finishes what is missing.")
        {
            scene, frames, start, seed, size, output, device, format, images, quality, masks, minimumPixels, categoryIds, unlisted, mergeKeypoints, set, models,
            workers, lod, overlay, overwrite, durable, dryRun, validate, quiet,
        };
        command.SetAction((parsed, _) => new RenderJob
        {
            ScenePath = parsed.GetRequiredValue(scene),
            Frames = parsed.GetValue(frames),
            Start = parsed.GetValue(start),
            Seed = parsed.GetValue(seed),
            Size = parsed.GetValue(size),
            Output = parsed.GetValue(output),
            Device = parsed.GetValue(device),
            Coco = new CocoSettings
            {
                Images = parsed.GetValue(images),
                Quality = parsed.GetValue(quality),
                Masks = parsed.GetValue(masks) == "polygons" ? CocoSegmentation.Polygons : CocoSegmentation.RunLengths,
                MinimumPixels = parsed.GetValue(minimumPixels),
                CategoryIds = parsed.GetValue(categoryIds) ?? [],
                LeaveOutUnlisted = parsed.GetValue(unlisted) == "leave-out",
                MergeKeypoints = parsed.GetValue(mergeKeypoints),
            },
            Options = SetOptions.Parse(parsed.GetValue(set) ?? []),
            ModelFolders = parsed.GetValue(models) ?? [],
            Workers = parsed.GetValue(workers),
            LevelsOfDetail = parsed.GetValue(lod) == "on",
            Overlay = parsed.GetValue(overlay),
            Overwrite = parsed.GetValue(overwrite),
            Durable = parsed.GetValue(durable),
            DryRun = parsed.GetValue(dryRun),
            Validate = parsed.GetValue(validate),
            Quiet = parsed.GetValue(quiet),
        }.RunAsync());
        return command;
    }
}
