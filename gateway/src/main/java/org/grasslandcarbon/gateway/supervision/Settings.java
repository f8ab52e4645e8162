// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.supervision;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.views.refusal.GatewayCode;

/** The numbers of a detector's settings: those that somebody gave, and the standard of the rest. */
final class Settings {
  private final SortedMap<String, Integer> values;

  private Settings(SortedMap<String, Integer> values) {
    this.values = Collections.unmodifiableSortedMap(values);
  }

  /** All as they stand when nobody gives any. */
  static Settings standard(Detector detector) {
    SortedMap<String, Integer> values = new TreeMap<>();
    detector.settings().forEach(each -> values.put(each.name(), each.standard()));
    return new Settings(values);
  }

  /**
   * Some given as {@code name:number} with commas between.
   *
   * @throws RequestException {@code BAD_REQUEST} for a name that there is not, or a number outside
   *     of its range
   */
  static Settings given(Detector detector, String text) {
    SortedMap<String, Integer> values = new TreeMap<>(standard(detector).values);
    for (String part : List.of(text.split(",", -1))) {
      String[] both = part.split(":", -1);
      Setting setting =
          detector.settings().stream()
              .filter(each -> each.name().equals(both[0]))
              .findFirst()
              .orElseThrow(
                  () ->
                      wrong(
                          zh("参数须写作“名称:数值”，以逗号分隔；可用的名称为 %s")
                              .en(
                                  "parameters are name:number with commas between; there are %s",
                                  detector.settings().stream().map(Setting::name).toList())));
      boolean isNumber = both.length == 2 && both[1].matches("[0-9]{1,9}");
      int value = isNumber ? Integer.parseInt(both[1]) : -1;
      if (value < setting.least() || value > setting.most()) {
        throw wrong(
            zh("%s 须为 %s 至 %s 的整数")
                .en(
                    "%s is a whole number from %s to %s",
                    setting.name(), setting.least(), setting.most()));
      }
      values.put(setting.name(), value);
    }
    return new Settings(values);
  }

  private static RequestException wrong(Detail detail) {
    return new RequestException(GatewayCode.BAD_REQUEST, detail);
  }

  /** The number of a setting. */
  int get(Setting setting) {
    return values.get(setting.name());
  }

  SortedMap<String, Integer> values() {
    return values;
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
