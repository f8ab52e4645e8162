// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grasslandcarbon.views.Parameter;
import org.grasslandcarbon.views.View;
import tools.jackson.databind.JsonNode;

/**
 * Lists and records, by the declaration of what is shown of them. Documents are the ledger's
 * records as stored, with members that the gateway computes.
 *
 * <p>Filters are the view's parameters, and {@code limit} (1 to 200) and {@code cursor}; a filter
 * that the view does not declare is refused here.
 */
public abstract sealed class Reads permits PublicReads, PrivateReads {
  static final String CSV = "text/csv";

  static final String ECONOMY = "/coordination/economy";
  static final String GOAL_TREE = "/coordination/goal-tree";
  static final String LOOP = "/coordination/loop";
  static final String OPPORTUNITIES = "/coordination/opportunities";

  /** What is told of sharing between regions, by its name below {@code /coordination}. */
  private static final Set<String> OF_SHARING = Set.of("sharing", "directory", "barriers");

  /** How the items of a view are asked for. */
  abstract Reading reading(View view);

  /** One page of a list. */
  public Page list(View view, Map<String, String> filters) {
    return reading(view).page(path(view), known(view, filters));
  }

  /** One page of what belongs to a record of the view's parent. */
  public Page list(View view, String parent, Map<String, String> filters) {
    return reading(view).page(path(view, parent), known(view, filters));
  }

  /** A whole list as CSV. */
  public String csv(View view, Map<String, String> filters) {
    return reading(view).text(path(view), known(view, filters), CSV);
  }

  /** All that belongs to a record of the view's parent, as CSV. */
  public String csv(View view, String parent, Map<String, String> filters) {
    return reading(view).text(path(view, parent), known(view, filters), CSV);
  }

  /** One record, by the parts of its id or of another name that the view knows. */
  public JsonNode show(View view, String... idParts) {
    String id = Arrays.stream(idParts).map(Reading::encoded).collect(Collectors.joining("/"));
    return reading(view).object(path(view) + "/" + id);
  }

  static String timelinePath(String kind, String id) {
    return "/timelines/" + Reading.encoded(kind) + "/" + Reading.encoded(id);
  }

  static String sharingPath(String name) {
    if (!OF_SHARING.contains(name)) {
      throw new IllegalArgumentException(name + " is none of " + OF_SHARING);
    }
    return "/coordination/" + name;
  }

  private static String path(View view) {
    return "/" + view.path().orElseThrow(() -> new IllegalArgumentException(view + " has no list"));
  }

  private static String path(View view, String parent) {
    View.Parent below =
        view.parent()
            .orElseThrow(() -> new IllegalArgumentException(view + " is below no other record"));
    return path(below.view()) + "/" + Reading.encoded(parent) + "/" + below.name();
  }

  private static Map<String, String> known(View view, Map<String, String> filters) {
    Set<String> known =
        Stream.of(
                view.parameters().stream().map(Parameter::name),
                view.owners().stream().map(View.Owner::parameter),
                view.concerning().stream().map(View.Concerning::parameter),
                view.ended().stream().map(any -> View.SERIAL),
                Stream.of("limit", "cursor", "lang", "schema", "excel"))
            .flatMap(each -> each)
            .collect(Collectors.toSet());
    for (String name : filters.keySet()) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(view + " has no filter " + name);
      }
    }
    return filters;
  }
}
