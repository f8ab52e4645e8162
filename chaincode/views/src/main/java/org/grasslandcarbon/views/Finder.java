// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Another way of naming one record than by its id.
 *
 * @param form the form of the name's first part
 * @param paths the columns that the parts of the name are held against
 */
public record Finder(Pattern form, List<Path> paths) {
  public Finder {
    paths = List.copyOf(paths);
  }
}
