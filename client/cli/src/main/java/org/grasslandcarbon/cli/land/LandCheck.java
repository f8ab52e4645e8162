// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.land;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.grasslandcarbon.cli.NotDone;
import org.grasslandcarbon.cli.OutFile;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.client.ClientException;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.land.Boundary;
import org.grasslandcarbon.domain.project.SubmitBoundary;
import org.grasslandcarbon.land.BoundaryParts;
import org.grasslandcarbon.land.Drawing;
import org.grasslandcarbon.land.Land;
import org.grasslandcarbon.land.LandFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what a file of land would be to the registry; sends nothing. */
@Command(
    name = "check",
    description = {
      "检查边界文件：坐标系、面积、每处错误、与账本上项目的重叠；不提交任何内容。",
      "Checks a file of a boundary: coordinates, area, each fault, what it shares with projects on"
          + " the ledger; submits nothing.",
      "可读 GeoJSON、KML、KMZ、ZIP 压缩的 Shapefile；CGCS2000 或 WGS 84。",
      "Reads GeoJSON, KML, KMZ and zipped shapefiles, in CGCS2000 or WGS 84."
    },
    footer = {
      "  grassland land check parcels.zip --svg parcels.svg",
      "  grassland land check parcels.geojson --crs EPSG:4527 --offline --out boundary.json"
    })
final class LandCheck extends RegistryCommand {
  @Parameters(
      paramLabel = "FILE",
      description = {"边界文件。", "The file of the boundary."})
  private Path file;

  @Option(
      names = "--crs",
      paramLabel = "NAME",
      description = {
        "坐标系（文件未写明或写错时），如 EPSG:4527、CGCS2000。",
        "Coordinate system, where the file names none or a wrong one, e.g. EPSG:4527, CGCS2000."
      })
  private String crs;

  @Option(
      names = "--training",
      description = {"与练习项目比较。", "Compares it with the projects for practice."})
  private boolean training;

  @Option(
      names = "--offline",
      description = {"不与账本比较，不连接网关。", "Asks no gateway, and compares it with no project."})
  private boolean offline;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = {
        "存为指令参数；超过一条指令时分为几个文件。",
        "Saves it as an instruction takes it, in several files when it is too large for one."
      })
  private Path out;

  @Option(
      names = "--svg",
      paramLabel = "FILE",
      description = {
        "存为图（SVG），标出错误之处与相邻项目。",
        "Saves a picture (SVG) with the faults and the projects around."
      })
  private Path svg;

  @Override
  protected void perform(Session session) {
    Land land = ReadLand.read(session, file, Optional.ofNullable(crs));
    List<LandFault> faults = land.faults();
    if (!faults.isEmpty()) {
      // For programs the faults are the one document; people see what was read as well.
      if (!session.isForPrograms()) {
        new LandSheet(session, land, Optional.empty(), Optional.empty()).tell();
      }
      draw(session, land, List.of(), faults);
      throw ReadLand.refused(session, faults);
    }
    Boundary boundary = land.boundary().orElseThrow();
    Optional<Comparison> comparison = Optional.empty();
    Optional<ClientException> away = Optional.empty();
    if (!offline) {
      try {
        Around around =
            session.progress().during(calledAs(), () -> Around.of(session, boundary, training));
        comparison = Optional.of(Comparison.of(boundary, around));
      } catch (ClientException e) {
        // All the rest can be said without it.
        away = Optional.of(e);
      }
    }
    new LandSheet(session, land, Optional.of(boundary), comparison).tell();
    draw(
        session,
        land,
        comparison.map(each -> each.around().neighbours()).orElse(List.of()),
        List.of());
    save(session, boundary);
    away.ifPresent(
        failure -> {
          throw failure;
        });
    comparison.filter(each -> !each.isFree()).ifPresent(LandCheck::refuse);
  }

  private static void refuse(Comparison found) {
    String projects =
        found.shared().stream()
            .filter(each -> !each.isTolerated())
            .map(each -> each.neighbour().name())
            .collect(Collectors.joining(", "));
    throw new NotDone(
        "土地与其他项目重叠，提交会被拒绝（LAND_ALREADY_CLAIMED）"
            + (projects.isEmpty() ? "" : "：" + projects)
            + "；请与其业主核对边界。",
        "The land is another project's too and a proposal would be refused (LAND_ALREADY_CLAIMED)"
            + (projects.isEmpty() ? "" : ", " + projects)
            + ": compare the boundary with its owner.");
  }

  private void draw(
      Session session, Land land, List<Around.Neighbour> neighbours, List<LandFault> faults) {
    if (svg != null) {
      List<Drawing.Neighbour> drawn =
          neighbours.stream()
              .map(each -> new Drawing.Neighbour(each.name(), each.boundary()))
              .toList();
      write(session, svg, Drawing.of(land, drawn, faults));
    }
  }

  private void save(Session session, Boundary boundary) {
    if (out == null) {
      return;
    }
    if (BoundaryParts.isWhole(boundary)) {
      write(session, out, Codec.text(boundary) + "\n");
      return;
    }
    List<SubmitBoundary> parts = BoundaryParts.of(boundary);
    for (int i = 0; i < parts.size(); i++) {
      write(session, numbered(out, i + 1), Codec.text(parts.get(i)) + "\n");
    }
  }

  /** {@code boundary.json} becomes {@code boundary-1.json}. */
  private static Path numbered(Path file, int number) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    String numbered =
        dot < 1 ? name + "-" + number : name.substring(0, dot) + "-" + number + name.substring(dot);
    return file.resolveSibling(numbered);
  }

  private static void write(Session session, Path path, String text) {
    OutFile.write(session, path, text.getBytes(StandardCharsets.UTF_8));
    session.hint("已存为 " + path + "。", "Saved as " + path + ".");
  }
}
