// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.access;

import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.views.View;
import org.grasslandcarbon.views.Views;

/**
 * Where a view's list or one of its items is: {@code list}, {@code list/id}, or {@code
 * list/id/part} for a list below a record.
 *
 * @param view the view whose items are answered
 * @param below the record that the list is below, as the address names it; absent for other lists
 * @param item the parts of an item's name; none for a list
 */
public record Address(View view, Optional<String> below, List<String> item) {

  /** What an address below the API's root names, if it is a view's. */
  public static Optional<Address> of(List<String> segments) {
    if (segments.isEmpty()) {
      return Optional.empty();
    }
    List<String> rest = segments.subList(1, segments.size());
    return Views.at(segments.get(0))
        .map(view -> below(view, rest).orElse(new Address(view, Optional.empty(), rest)));
  }

  private static Optional<Address> below(View parent, List<String> rest) {
    return rest.size() != 2
        ? Optional.empty()
        : Views.below(parent).stream()
            .filter(view -> view.parent().orElseThrow().name().equals(rest.get(1)))
            .findFirst()
            .map(view -> new Address(view, Optional.of(rest.get(0)), List.of()));
  }

  /** Whether a list is named, and no item. */
  public boolean isList() {
    return item.isEmpty();
  }
}
