// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.land;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A zip with one layer in it: a shapefile, or a KML (then it is a KMZ). Whatever the zip claims of
 * sizes, what comes out of it is counted; nothing is written to the disk.
 */
final class ZippedLand {
  private static final String SHP = ".shp";
  private static final String KML = ".kml";

  private final ZipFile zip;
  private final Map<String, ZipEntry> entries = new LinkedHashMap<>();
  private long bytes;

  private ZippedLand(ZipFile zip) {
    this.zip = zip;
  }

  static Land read(Path file, Optional<Crs> asked) throws IOException {
    try (ZipFile zip = open(file)) {
      return new ZippedLand(zip).read(asked);
    } catch (ZipException | EOFException e) {
      throw broken();
    }
  }

  private static LandException broken() {
    return new LandException(
        LandCode.NOT_A_LAND_FILE, LandPlace.FILE, zh("ZIP 已损坏").en("the zip is damaged"));
  }

  /** Names are in UTF-8 or, from Windows of the country, in GBK. */
  private static ZipFile open(Path file) throws IOException {
    try {
      return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException | IllegalArgumentException notUtf8) {
      try {
        return new ZipFile(file.toFile(), Text.GB18030);
      } catch (IllegalArgumentException e) {
        throw broken();
      }
    }
  }

  private Land read(Optional<Crs> asked) throws IOException {
    if (zip.size() > Limits.PARTS_MOST) {
      throw new LandException(
          LandCode.FILE_TOO_LARGE,
          LandPlace.FILE,
          zh("压缩包中有 %1$s 个文件").en("there are %1$s files in the zip", zip.size()));
    }
    zip.stream()
        .filter(entry -> !entry.isDirectory() && !entry.getName().startsWith("__MACOSX/"))
        .forEach(entry -> entries.put(entry.getName().toLowerCase(Locale.ROOT), entry));
    List<String> layers =
        entries.keySet().stream()
            .filter(name -> name.endsWith(SHP) || name.endsWith(KML))
            .collect(Collectors.toList());
    if (layers.isEmpty()) {
      throw new LandException(
          LandCode.NOT_A_LAND_FILE,
          LandPlace.FILE,
          zh("压缩包中没有 .shp 或 .kml").en("there is neither a .shp nor a .kml in the zip"));
    }
    if (layers.size() > 1) {
      throw new LandException(
          LandCode.SEVERAL_LAYERS,
          LandPlace.FILE,
          zh("有 %1$s 与 %2$s")
              .en("there are %1$s and %2$s", shownName(layers.get(0)), shownName(layers.get(1))));
    }
    String layer = layers.get(0);
    LandPlace place = LandPlace.part(shownName(layer));
    return layer.endsWith(KML)
        ? Kml.read(content(layer), asked, place)
        : shapefile(layer.substring(0, layer.length() - SHP.length()), asked, place);
  }

  private String shownName(String key) {
    return Crs.shown(entries.get(key).getName());
  }

  private Land shapefile(String base, Optional<Crs> asked, LandPlace place) throws IOException {
    Optional<Crs> crs = asked.isPresent() ? asked : projection(base + ".prj");
    Gathering gathering =
        new Gathering(crs.orElseThrow(() -> new LandException(LandCode.CRS_NEEDED, place)));
    List<Optional<String>> names = names(base);
    Shapefile.read(content(base + SHP), names, gathering, place);
    return gathering.land(Land.Format.SHAPEFILE);
  }

  private Optional<Crs> projection(String key) throws IOException {
    if (!entries.containsKey(key)) {
      return Optional.empty();
    }
    LandPlace place = LandPlace.part(shownName(key));
    byte[] content = content(key);
    int begin = Text.lengthOfMark(content);
    String text =
        content.length > Wkt.CHARACTERS_MOST
            ? ""
            : Text.guessed(content, begin, content.length).orElse("");
    return Optional.of(Wkt.read(text, place));
  }

  private List<Optional<String>> names(String base) throws IOException {
    String key = base + ".dbf";
    if (!entries.containsKey(key)) {
      return List.of();
    }
    Optional<Charset> encoding = Optional.empty();
    String page = base + ".cpg";
    if (entries.containsKey(page)) {
      String named = new String(content(page), StandardCharsets.ISO_8859_1);
      LandPlace place = LandPlace.part(shownName(page));
      encoding =
          Optional.of(
              Text.named(named.length() > 40 ? "" : named)
                  .orElseThrow(
                      () ->
                          new LandException(
                              LandCode.BAD_ENCODING,
                              place,
                              zh("编码 %1$s").en("encoding %1$s", Crs.shown(named)))));
    }
    return DbfNames.read(content(key), encoding, LandPlace.part(shownName(key)));
  }

  private byte[] content(String key) throws IOException {
    try (InputStream unpacked = zip.getInputStream(entries.get(key))) {
      byte[] content = unpacked.readNBytes((int) (Limits.BYTES_MOST - bytes) + 1);
      bytes += content.length;
      if (bytes > Limits.BYTES_MOST) {
        throw new LandException(
            LandCode.FILE_TOO_LARGE,
            LandPlace.part(shownName(key)),
            zh("解压后超过 %1$s 字节").en("unpacked it has more than %1$s bytes", Limits.BYTES_MOST));
      }
      return content;
    }
  }
}
