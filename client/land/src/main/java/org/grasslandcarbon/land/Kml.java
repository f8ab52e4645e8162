// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.land;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.grasslandcarbon.domain.value.Detail;

/**
 * Reads the polygons of a KML file (OGC 12-007r2). Nothing outside of the file is opened: entities
 * are off, a document type is refused, and links to other files are told and not followed.
 */
final class Kml {
  /** Elements of a file: a few a placemark, and some programs write ten. */
  private static final int ELEMENTS_MOST = 2_000_000;

  /** Characters of a name; what is longer is no name. */
  private static final int NAME_MOST = 1_000;

  private static final Set<String> OTHERS =
      Set.of("Point", "LineString", "Model", "Track", "MultiTrack", "GroundOverlay");

  private static final XMLInputFactory XML = factory();

  private final Gathering gathering;
  private final LandPlace file;
  private final Deque<String> open = new ArrayDeque<>();
  private int elements;
  private int placemarks;
  private int polygons;
  private int rings;
  private Optional<String> name = Optional.empty();

  private Kml(Gathering gathering, LandPlace file) {
    this.gathering = gathering;
    this.file = file;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  static Land read(byte[] bytes, Optional<Crs> asked, LandPlace file) {
    Gathering gathering = new Gathering(asked.orElse(Degrees.WGS_84));
    Kml kml = new Kml(gathering, file);
    try {
      XMLStreamReader xml = XML.createXMLStreamReader(new ByteArrayInputStream(bytes));
      try {
        kml.read(xml);
      } finally {
        xml.close();
      }
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
      throw new LandException(LandCode.BAD_XML, file, zh("第 %1$s 行附近").en("near line %1$s", line));
    }
    return gathering.land(Land.Format.KML);
  }

  private void read(XMLStreamReader xml) throws XMLStreamException {
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.DTD -> refuse(zh("文件声明了文档类型").en("it declares a document type"));
        case XMLStreamConstants.START_ELEMENT -> begin(xml);
        case XMLStreamConstants.END_ELEMENT -> end();
        default -> {
          // Texts are read where they are asked for.
        }
      }
    }
  }

  private void refuse(Detail why) {
    throw new LandException(LandCode.BAD_XML, file, why);
  }

  private void begin(XMLStreamReader xml) throws XMLStreamException {
    elements++;
    if (elements > ELEMENTS_MOST) {
      throw new LandException(
          LandCode.FILE_TOO_LARGE,
          file,
          zh("XML 元素超过 %s 个").en("it has more than %s XML elements", ELEMENTS_MOST));
    }
    String element = xml.getLocalName();
    if (open.isEmpty() && !element.equals("kml")) {
      throw new LandException(
          LandCode.NOT_A_LAND_FILE, file, zh("XML 不是 KML").en("the XML is not KML"));
    }
    String within = open.isEmpty() ? "" : open.peek();
    if (element.equals("name") && within.equals("Placemark")) {
      String text = text(xml, NAME_MOST).strip();
      name = Optional.of(text).filter(called -> !called.isEmpty());
      return;
    }
    if (element.equals("coordinates") && within.equals("LinearRing")) {
      ring(text(xml, Limits.BYTES_MOST));
      return;
    }
    open.push(element);
    if (open.size() > Limits.DEPTH_MOST) {
      refuse(zh("元素嵌套超过 %s 层").en("elements are nested more than %s deep", Limits.DEPTH_MOST));
    }
    opened(element);
  }

  private void opened(String element) {
    switch (element) {
      case "Placemark" -> {
        placemarks++;
        Limits.features(placemarks, file);
        name = Optional.empty();
        polygons = 0;
      }
      case "Polygon" -> {
        polygons++;
        rings = 0;
      }
      case "NetworkLink" ->
          gathering.note(
              LandNote.Code.LINK_IGNORED,
              zh("文件引用了另一文件，未读取").en("it refers to another file, which was not read"));
      default -> {
        if (OTHERS.contains(element)) {
          gathering.other();
        }
      }
    }
  }

  private void end() {
    if (open.pop().equals("Polygon")) {
      if (rings == 0) {
        gathering.note(LandNote.Code.EMPTY, zh("面没有环").en("the polygon has no ring"), place());
      }
      gathering.polygon(place());
    }
  }

  private LandPlace place() {
    return file.feature(placemarks, name).polygon(polygons);
  }

  /** A text element, which has no elements within. */
  private String text(XMLStreamReader xml, int most) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    while (xml.next() != XMLStreamConstants.END_ELEMENT) {
      if (xml.isStartElement()) {
        refuse(zh("文字中出现元素 %1$s").en("there is an element %1$s within a text", xml.getLocalName()));
      }
      if (xml.isCharacters()) {
        if (text.length() + xml.getTextLength() > most) {
          refuse(zh("文字超过 %1$s 个字符").en("a text has more than %1$s characters", most));
        }
        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
      }
    }
    return text.toString();
  }

  /** Tuples of longitude, latitude and perhaps height, with blanks between them and none within. */
  private void ring(String coordinates) {
    if (!open.contains("Polygon")) {
      gathering.other();
      return;
    }
    rings++;
    LandPlace place = place().ring(rings);
    RawRing ring = new RawRing();
    for (String tuple : coordinates.strip().split("\\s+")) {
      String[] numbers = tuple.split(",", -1);
      if (numbers.length > 2) {
        gathering.height();
      }
      LandPlace at = place.position(ring.size() + 1);
      if (numbers.length < 2 || numbers.length > 3) {
        throw new LandException(
            LandCode.BAD_COORDINATE,
            at,
            zh("应为 经度,纬度 或 经度,纬度,高程，而不是 %1$s")
                .en(
                    "it should be longitude,latitude or longitude,latitude,height, not %1$s",
                    Crs.shown(tuple)));
      }
      ring.add(number(numbers[0], at), number(numbers[1], at));
    }
    requireOuterFirst(place);
    gathering.ring(ring, place);
  }

  private void requireOuterFirst(LandPlace place) {
    boolean isOuter = open.contains("outerBoundaryIs");
    if (isOuter != (rings == 1)) {
      throw new LandException(
          LandCode.BAD_XML,
          place,
          zh("一个面应先有一个 outerBoundaryIs，再有 innerBoundaryIs")
              .en("a polygon should have one outerBoundaryIs, and innerBoundaryIs after it"));
    }
  }

  private static double number(String text, LandPlace place) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new LandException(
          LandCode.BAD_COORDINATE,
          place,
          zh("%1$s 不是数字").en("%1$s is not a number", Crs.shown(text)));
    }
  }
}
