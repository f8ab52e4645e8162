// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import org.grasslandcarbon.views.ProjectViews;

/** A project as people name it: by its UUID or, once it is registered, by its number. */
public final class ProjectReference {
  private static final String NUMBER_PREFIX = "GCS-";

  private ProjectReference() {}

  /**
   * The project's id, which instructions name; a number is looked up in the public registry.
   *
   * @return null when nothing was given
   */
  public static String id(Session session, String idOrNumber) {
    return idOrNumber != null && idOrNumber.startsWith(NUMBER_PREFIX)
        ? session.publicReads().show(ProjectViews.PROJECTS, idOrNumber).path("id").asString()
        : idOrNumber;
  }
}
