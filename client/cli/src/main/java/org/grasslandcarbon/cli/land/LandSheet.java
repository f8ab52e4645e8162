// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.land;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.console.Table;
import org.grasslandcarbon.domain.land.Boundary;
import org.grasslandcarbon.domain.land.Point;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.land.BoundaryParts;
import org.grasslandcarbon.land.Gcj02;
import org.grasslandcarbon.land.Land;
import org.grasslandcarbon.land.LandNote;

/** What a file of land is, for people line by line and for programs as one document. */
final class LandSheet {
  private final Session session;
  private final Land land;
  private final Optional<Boundary> boundary;
  private final Optional<Comparison> comparison;

  /**
   * @param boundary the land, where it is a valid boundary
   * @param comparison with the ledger, where it was made
   */
  LandSheet(
      Session session, Land land, Optional<Boundary> boundary, Optional<Comparison> comparison) {
    this.session = session;
    this.land = land;
    this.boundary = boundary;
    this.comparison = comparison;
  }

  /** What was changed when the file was read. */
  private record Note(LandNote.Code code, String detail, String detailZh, Optional<String> place) {}

  /** By how much a public map would have shifted it; whether its neighbours say that one has. */
  private record Shift(long eastMetres, long northMetres, Optional<Boolean> suspected) {}

  /** Land of another project that it has too. */
  private record Shared(Decimal hectares, String project, boolean tolerated) {}

  /** What the ledger has around it. */
  private record Ledger(boolean free, boolean more, int neighbours, List<Shared> shared) {}

  /**
   * The document.
   *
   * @param areaHectares on the ellipsoid, of valid land
   * @param instructions how many parts it is sent in; 1 when the proposal holds it
   * @param ledger absent when it was compared with nothing
   */
  private record Document(
      Optional<Decimal> areaHectares,
      Optional<String> box,
      Land.Format format,
      Optional<Shift> gcj02,
      Optional<Integer> instructions,
      Optional<Ledger> ledger,
      List<Note> notes,
      int pieces,
      int positions,
      int rings) {}

  /** Shows it. */
  void tell() {
    if (session.isForPrograms()) {
      session.document(document());
      return;
    }
    session.line(format());
    land.notes().forEach(note -> say(ReadLand.line(note)));
    session.say(
        land.pieces().size() + " 个面，" + land.rings() + " 个环，" + land.positions() + " 个点",
        "polygons: "
            + land.pieces().size()
            + ", rings: "
            + land.rings()
            + ", positions: "
            + land.positions());
    boundary.ifPresent(this::tell);
  }

  private void say(Detail detail) {
    session.say(detail.zh(), detail.en());
  }

  private String format() {
    return switch (land.format()) {
      case GEOJSON -> "GeoJSON";
      case KML -> "KML";
      case SHAPEFILE -> "Shapefile";
    };
  }

  private void tell(Boundary valid) {
    session.say(
        "面积 " + valid.areaHectares() + " 公顷（椭球面）",
        "area " + valid.areaHectares() + " ha, on the ellipsoid");
    session.say("范围 " + box(valid), "box " + box(valid));
    shift(valid);
    if (comparison.isPresent()) {
      ledger(comparison.get());
    } else {
      session.say("未与账本比较。", "It was not compared with the ledger.");
    }
    int parts = instructions(valid);
    if (parts == 1) {
      session.say(
          "一条指令可容纳：grassland project propose --boundary FILE",
          "One instruction holds it: grassland project propose --boundary FILE");
    } else {
      session.say(
          "须分 " + parts + " 部分提交：grassland land send FILE",
          "It is sent in " + parts + " parts: grassland land send FILE");
    }
  }

  private static String box(Boundary valid) {
    return Around.text(Around.whole(valid.extents()));
  }

  private static int instructions(Boundary valid) {
    return BoundaryParts.isWhole(valid) ? 1 : BoundaryParts.of(valid).size();
  }

  /**
   * A file does not show whether it was drawn on a map in GCJ-02: only fences that it shares with
   * known land do.
   */
  private void shift(Boundary valid) {
    long metres = Math.round(Gcj02.at(corner(valid)).metres());
    Optional<Boolean> suspected = suspected();
    if (suspected.orElse(false)) {
      session.say(
          "⚠ 疑为 GCJ-02 加偏坐标：纠偏约 " + metres + " 米后才与相邻地块的边界重合；请取得未加偏的坐标。",
          "⚠ It looks shifted by GCJ-02: it fits the borders around only when moved back by some "
              + metres
              + " m; get coordinates that are not shifted.");
    } else {
      String zh = suspected.isPresent() ? "与相邻地块的边界比较，未见 GCJ-02 加偏" : "文件本身看不出是否为 GCJ-02 加偏坐标";
      String en =
          suspected.isPresent()
              ? "held against the borders around, nothing looks shifted by GCJ-02"
              : "whether it is shifted by GCJ-02 cannot be seen in a file alone";
      session.say(
          zh + "；若在公共地图上勾绘，此处偏约 " + metres + " 米。",
          en + "; if it was drawn on a public map, it is off by some " + metres + " m here.");
    }
  }

  /** Absent where too few corners lie on any known border to tell. */
  private Optional<Boolean> suspected() {
    return comparison
        .map(Comparison::alignment)
        .filter(each -> each.looksShifted() || each.asDrawn() > 0)
        .map(each -> each.looksShifted());
  }

  private static Point corner(Boundary valid) {
    return valid.polygons().get(0).shell().points().get(0);
  }

  private void ledger(Comparison found) {
    int count = found.around().neighbours().size();
    String all =
        found.around().more()
            ? session.language().of("（还有更多，未全部比较）", " (there are more, which were not compared)")
            : "";
    session.say("周围项目 " + count + " 个" + all, "projects around: " + count + all);
    if (!found.shared().isEmpty()) {
      session.table(
          new Table<Comparison.Shared>()
              .text("项目", "project", each -> each.neighbour().name())
              .number("重叠(公顷)", "shared (ha)", each -> each.hectares().toString())
              .text("结果", "means", this::means),
          found.shared());
    }
    found.tooMuchTogether().ifPresent(this::say);
    if (found.isFree()) {
      session.say("不与在册项目的土地重叠，或在容许之内。", "The land is free, or shares no more than is tolerated.");
    }
  }

  private String means(Comparison.Shared shared) {
    return shared.isTolerated()
        ? session.language().of("容许，从本项目面积中扣除", "tolerated, taken off this project's area")
        : session.language().of("将被拒绝", "would be refused");
  }

  private Document document() {
    return new Document(
        boundary.map(Boundary::areaHectares),
        boundary.map(LandSheet::box),
        land.format(),
        boundary.map(
            valid -> {
              Gcj02.Shift shift = Gcj02.at(corner(valid));
              return new Shift(
                  Math.round(shift.eastMetres()), Math.round(shift.northMetres()), suspected());
            }),
        boundary.map(LandSheet::instructions),
        comparison.map(LandSheet::ledgerDocument),
        notes(),
        land.pieces().size(),
        land.positions(),
        land.rings());
  }

  private static Ledger ledgerDocument(Comparison found) {
    return new Ledger(
        found.isFree(),
        found.around().more(),
        found.around().neighbours().size(),
        found.shared().stream()
            .map(
                each ->
                    new Shared(
                        each.hectares(), each.neighbour().project().value(), each.isTolerated()))
            .toList());
  }

  private List<Note> notes() {
    List<Note> notes = new ArrayList<>();
    for (LandNote note : land.notes()) {
      notes.add(
          new Note(
              note.code(),
              note.detail().en(),
              note.detail().zh(),
              note.place().map(place -> place.inWords().en())));
    }
    return notes;
  }
}
