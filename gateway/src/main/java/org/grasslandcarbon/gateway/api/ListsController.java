// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.grasslandcarbon.domain.json.JsonSchema;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.gateway.access.Open;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.views.Heading;
import org.grasslandcarbon.views.Parameter;
import org.grasslandcarbon.views.View;
import org.grasslandcarbon.views.Views;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Which lists there are, what each can be asked for, and which columns it has: for programs that
 * show lists, so that a list, a filter or a column that is new is shown without their being told.
 */
@RestController
@RequestMapping(Paths.BASE)
@Open("what lists there are is the registry's rules")
final class ListsController {

  /**
   * A list.
   *
   * @param columns those of its files, in their order
   * @param filters what it can be asked for
   * @param id where in an item the parts of its name are, as JSON pointers, in their order; none
   *     where items have no address
   * @param noun what one is called
   * @param open whether everybody may see it
   * @param path its address below the API's root, with the record that it belongs to in braces
   * @param title what it is called
   */
  record ListDocument(
      List<ColumnDocument> columns,
      List<FilterDocument> filters,
      List<String> id,
      String noun,
      boolean open,
      String path,
      Name title) {}

  /**
   * A column.
   *
   * @param batch where in an item the batch is whose serial ranges the column has
   * @param brief whether it also stands where there is little room
   * @param list the list in which what the column names is, if it names an item
   * @param pointer where in an item its value is: a JSON pointer, with {@code *} for each element
   *     of a list and a comma between members that are told together
   * @param title its heading
   */
  record ColumnDocument(
      Optional<String> batch, boolean brief, Optional<String> list, String pointer, Name title) {}

  /**
   * Something that a list can be asked for.
   *
   * @param choices its values, where there are only some
   * @param kind what is typed
   * @param name the parameter
   * @param title what it means
   */
  record FilterDocument(Optional<List<String>> choices, FilterKind kind, String name, Name title) {}

  /** What is typed into a filter. */
  enum FilterKind {
    CHOICE,
    DAY,
    FLAG,
    NUMBER,
    PARTICIPANT,
    REGION,
    TEXT
  }

  @GetMapping("/lists")
  CatalogueController.Whole<ListDocument> lists() {
    return CatalogueController.Whole.of(
        Views.all().stream().filter(view -> path(view).isPresent()).map(this::document).toList());
  }

  private static Optional<String> path(View view) {
    return view.path()
        .or(
            () ->
                view.parent()
                    .map(
                        parent ->
                            parent.view().path().orElseThrow()
                                + "/{"
                                + parent.view().noun()
                                + "}/"
                                + parent.name()));
  }

  private ListDocument document(View view) {
    return new ListDocument(
        view.headings().stream().map(heading -> column(view, heading)).toList(),
        filters(view),
        ItemPointers.of(view),
        view.noun(),
        view.visibility().isPublic(),
        path(view).orElseThrow(),
        view.title());
  }

  private static ColumnDocument column(View view, Heading heading) {
    Optional<String> list =
        view.references().stream()
            .filter(each -> each.columns().size() == 1)
            .filter(each -> each.columns().get(0).source().equals(heading.pointer()))
            .filter(each -> each.to().visibility().isPublic() && each.to().record().isPresent())
            .findFirst()
            .flatMap(each -> each.to().path());
    return new ColumnDocument(
        heading.batch(), heading.brief(), list, heading.pointer(), heading.name());
  }

  private static List<FilterDocument> filters(View view) {
    List<FilterDocument> filters = new ArrayList<>();
    view.owners()
        .forEach(
            each -> filters.add(plain(FilterKind.PARTICIPANT, each.parameter(), each.means())));
    view.parameters().forEach(each -> filters.add(filter(each)));
    view.ended()
        .ifPresent(
            any ->
                filters.add(
                    plain(
                        FilterKind.TEXT,
                        View.SERIAL,
                        Name.of("编号或编号段", "A serial number, or a block of them"))));
    return filters;
  }

  private static FilterDocument plain(FilterKind kind, String name, Name title) {
    return new FilterDocument(Optional.empty(), kind, name, title);
  }

  private static FilterDocument filter(Parameter parameter) {
    if (parameter.sort() != Parameter.Sort.VALUE) {
      return plain(FilterKind.DAY, parameter.name(), parameter.means());
    }
    Class<?> type = parameter.type();
    if (type == Boolean.class) {
      return plain(FilterKind.FLAG, parameter.name(), parameter.means());
    }
    if (type == Integer.class || type == Long.class) {
      return plain(FilterKind.NUMBER, parameter.name(), parameter.means());
    }
    if (type == String.class) {
      return plain(FilterKind.TEXT, parameter.name(), parameter.means());
    }
    List<String> choices = choices(type);
    if (!choices.isEmpty()) {
      return new FilterDocument(
          Optional.of(choices), FilterKind.CHOICE, parameter.name(), parameter.means());
    }
    return plain(
        type == RegionCode.class
            ? FilterKind.REGION
            : type == ParticipantId.class ? FilterKind.PARTICIPANT : FilterKind.TEXT,
        parameter.name(),
        parameter.means());
  }

  private static List<String> choices(Class<?> type) {
    JsonNode values = JsonSchema.ofType(type).path("enum");
    return values.isArray()
        ? StreamSupport.stream(values.spliterator(), false).map(JsonNode::asString).toList()
        : Stream.<String>empty().toList();
  }
}
