// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views;

import java.util.Optional;

/**
 * A column of the view itself, or of a record that it refers to: {@code vintage} or {@code
 * batch.vintage}.
 *
 * @param reference the reference to follow; absent for the view's own
 * @param column the column
 */
public record Path(Optional<Reference> reference, Column column) {

  static Path of(View view, String text) {
    int point = text.indexOf('.');
    if (point < 0) {
      return new Path(Optional.empty(), view.column(text));
    }
    Reference reference = view.reference(text.substring(0, point));
    return new Path(Optional.of(reference), reference.to().column(text.substring(point + 1)));
  }
}
