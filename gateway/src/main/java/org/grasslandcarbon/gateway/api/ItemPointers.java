// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.grasslandcarbon.views.Column;
import org.grasslandcarbon.views.View;

/**
 * Where in an item of a list the parts of its name are, so that whoever shows the list can lead to
 * the item. A record has them as members called like the parts, as {@code id}, or a member further
 * in.
 */
final class ItemPointers {
  /** Records that are named by something that they are of. */
  private static final Map<String, String> OF =
      Map.of(
          "baseline", "/project",
          "buffer", "/batch",
          "calendar", "/year",
          "forward-sale", "/instrument",
          "issuance", "/id",
          "offset-market", "/market",
          "region", "/code",
          "reserve", "/venue");

  private ItemPointers() {}

  /**
   * A pointer for each part; none for rows that are no records and have no addresses, nor for
   * records of which a part of the name is no member.
   */
  static List<String> of(View view) {
    if (view.record().isEmpty() || view.path().isEmpty()) {
      return List.of();
    }
    Class<?> record = view.record().orElseThrow().recordClass();
    List<String> pointers =
        view.idParts().stream().flatMap(part -> pointer(view, record, part).stream()).toList();
    return pointers.size() == view.idParts().size() ? pointers : List.of();
  }

  private static Optional<String> pointer(View view, Class<?> record, String part) {
    return Optional.ofNullable(OF.get(part))
        .filter(any -> view.noun().equals(part))
        .or(() -> plain(record, part))
        .or(() -> view.tryColumn(part).map(Column::source).filter(each -> each.startsWith("/")))
        .or(() -> view.idParts().size() == 1 ? plain(record, "id") : Optional.empty())
        .or(() -> inner(record, part));
  }

  private static Stream<RecordComponent> components(Class<?> record) {
    return Arrays.stream(record.getRecordComponents());
  }

  private static Optional<String> plain(Class<?> record, String member) {
    return components(record)
        .filter(each -> each.getName().equals(member) && !isCompound(each.getType()))
        .findFirst()
        .map(each -> "/" + member);
  }

  private static Optional<String> inner(Class<?> record, String member) {
    return components(record)
        .filter(each -> each.getType().isRecord())
        .flatMap(
            each -> plain(each.getType(), member).map(at -> "/" + each.getName() + at).stream())
        .findFirst();
  }

  /** Records of one member called {@code value} are written as the value. */
  private static boolean isCompound(Class<?> type) {
    return type.isRecord() && components(type).noneMatch(each -> each.getName().equals("value"));
  }
}
