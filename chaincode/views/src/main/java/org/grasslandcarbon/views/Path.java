// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views;

import java.util.ArrayList;
import java.util.List;

/**
 * A column of the view itself, or of a record that it refers to, or of one that that refers to:
 * {@code vintage}, {@code batch.vintage}, {@code batch.project.name}.
 *
 * @param references the references to follow, one after the other; none for the view's own
 * @param column the column
 */
public record Path(List<Reference> references, Column column) {
  public Path {
    references = List.copyOf(references);
  }

  /** The column of a view that a text names. */
  public static Path of(View view, String text) {
    List<Reference> references = new ArrayList<>();
    View at = view;
    String[] steps = text.split("\\.");
    for (int i = 0; i < steps.length - 1; i++) {
      Reference reference = at.reference(steps[i]);
      references.add(reference);
      at = reference.to();
    }
    return new Path(references, at.column(steps[steps.length - 1]));
  }

  /** Whether the column is the view's own. */
  public boolean isOwn() {
    return references.isEmpty();
  }
}
