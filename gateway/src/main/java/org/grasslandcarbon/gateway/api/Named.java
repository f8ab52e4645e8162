// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.gateway.projection.Selection;
import org.grasslandcarbon.views.Finder;
import org.grasslandcarbon.views.View;

/**
 * Which item an address names: by the first of the view's finders that fits, else by its id. A
 * record and what is made of it are named in the same ways.
 */
final class Named {
  private Named() {}

  /** The item of a name: by its id where no way of naming it takes all parts of the name. */
  static Optional<Selection> in(View view, List<String> name) {
    for (Finder finder : view.finders()) {
      if (finder.paths().size() == name.size() && finder.form().matcher(name.get(0)).matches()) {
        Optional<Selection> found = found(Selection.all(view), finder, name);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.of(Selection.all(view).withId(String.join(":", name)));
  }

  private static Optional<Selection> found(Selection all, Finder finder, List<String> name) {
    for (int i = 0; i < name.size(); i++) {
      Optional<Object> value = ViewParameters.tryValue(finder.paths().get(i).column(), name.get(i));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      all.with(finder.paths().get(i), value.get());
    }
    return Optional.of(all);
  }
}
