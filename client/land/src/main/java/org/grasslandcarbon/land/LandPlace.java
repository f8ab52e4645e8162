// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.land;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.value.Bilingual;
import org.grasslandcarbon.domain.value.Detail;

/**
 * Where something stands in a file. Everything is counted from 1, as people do.
 *
 * @param part a file within a zip
 * @param feature the parcel, placemark or record
 * @param name what it is called
 * @param polygon of the feature
 * @param ring of the polygon, the outer one first
 * @param position of the ring
 */
public record LandPlace(
    Optional<String> part,
    Optional<Integer> feature,
    Optional<String> name,
    Optional<Integer> polygon,
    Optional<Integer> ring,
    Optional<Integer> position)
    implements Bilingual {

  /** Characters of a name that are shown. */
  private static final int NAME_MOST = 60;

  /** The whole file. */
  static final LandPlace FILE =
      new LandPlace(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  static LandPlace part(String part) {
    return new LandPlace(
        Optional.of(part),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  LandPlace feature(int number, Optional<String> name) {
    return new LandPlace(
        part,
        Optional.of(number),
        name.map(LandPlace::shortened),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  LandPlace polygon(int number) {
    return new LandPlace(
        part, feature, name, Optional.of(number), Optional.empty(), Optional.empty());
  }

  LandPlace ring(int number) {
    return new LandPlace(part, feature, name, polygon, Optional.of(number), Optional.empty());
  }

  LandPlace position(int number) {
    return new LandPlace(part, feature, name, polygon, ring, Optional.of(number));
  }

  /** Shown to people: no control characters, and not a whole document. */
  private static String shortened(String name) {
    StringBuilder kept = new StringBuilder();
    name.codePoints()
        .limit(NAME_MOST)
        .forEach(c -> kept.appendCodePoint(Character.isISOControl(c) ? 0xFFFD : c));
    return kept.toString();
  }

  @Override
  public Detail inWords() {
    List<Detail> parts = new ArrayList<>();
    part.ifPresent(text -> parts.add(zh("%s").en("%s", text)));
    Optional<Detail> counted = feature.map(number -> zh("第 %s 个要素").en("feature %s", number));
    counted
        .map(text -> name.map(called -> zh("%s《%s》").en("%s \"%s\"", text, called)).orElse(text))
        .ifPresent(parts::add);
    polygon.ifPresent(number -> parts.add(zh("第 %s 个面").en("polygon %s", number)));
    ring.ifPresent(number -> parts.add(zh("第 %s 个环").en("ring %s", number)));
    position.ifPresent(number -> parts.add(zh("第 %s 个点").en("position %s", number)));
    return parts.stream()
        .reduce((before, next) -> zh("%s，%s").en("%s, %s", before, next))
        .orElseGet(() -> zh("整个文件").en("the file as a whole"));
  }

  @Override
  public String toString() {
    return inWords().en();
  }
}
