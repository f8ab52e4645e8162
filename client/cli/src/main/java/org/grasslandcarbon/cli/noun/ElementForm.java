// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.noun;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.console.Labels;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.Name;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A small record in a list: {@code member=value,member=value}, or JSON, or a file with JSON. A text
 * is split only where a comma and one of the known members follow one another, so that values may
 * have commas.
 */
final class ElementForm implements Form {
  /** Where there are more, a sentence about what is accepted is no sentence any more. */
  private static final int NAMES_MOST = 140;

  private final List<Argument> members;
  private final Pattern start;

  /**
   * @param members what an element has
   */
  ElementForm(List<Argument> members) {
    this.members = List.copyOf(members);
    String names = members.stream().map(Argument::name).collect(Collectors.joining("|"));
    start = Pattern.compile("(?:^|,)\\s*(" + names + ")=");
  }

  @Override
  public String label() {
    return "MEMBER=VALUE,…|JSON|FILE";
  }

  @Override
  public List<Name> details() {
    return members.stream().flatMap(member -> details(member).stream()).toList();
  }

  /** What a member is on one line, and what it takes on the same, or on lines of its own. */
  private static List<Name> details(Argument member) {
    Form form = member.form();
    String head = "· " + member.name() + "=" + form.label() + "  ";
    if (form.details().size() > 1) {
      List<Name> lines = new ArrayList<>();
      lines.add(Name.of(head + member.means().zh(), head + member.means().en()));
      form.details().forEach(each -> lines.add(Name.of("    " + each.zh(), "    " + each.en())));
      return lines;
    }
    String zh = form.details().stream().map(each -> ": " + each.zh()).collect(Collectors.joining());
    String en = form.details().stream().map(each -> ": " + each.en()).collect(Collectors.joining());
    return List.of(Name.of(head + member.means().zh() + zh, head + member.means().en() + en));
  }

  @Override
  public Name accepted() {
    String whole = named(member -> member.name() + "=" + member.form().label());
    String names = whole.length() <= NAMES_MOST ? whole : named(member -> member.name() + "=");
    if (names.length() > NAMES_MOST) {
      return Labels.form("document");
    }
    return Name.of(
        names + "（成员名须如此），或 JSON，或含 JSON 的文件",
        names + " with these members, or JSON, or a file with JSON");
  }

  private String named(Function<Argument, String> told) {
    return members.stream().map(told).collect(Collectors.joining(","));
  }

  @Override
  public JsonNode read(String text, Session session) {
    Matcher member = start.matcher(text);
    if (DocumentForm.isJson(text) || !member.lookingAt()) {
      return DocumentForm.readJson(text, session);
    }
    ObjectNode element = JsonNodeFactory.instance.objectNode();
    String name = member.group(1);
    int from = member.end();
    while (member.find()) {
      put(element, name, text.substring(from, member.start()), session);
      name = member.group(1);
      from = member.end();
    }
    put(element, name, text.substring(from), session);
    return element;
  }

  private void put(ObjectNode element, String name, String text, Session session) {
    Argument member =
        members.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    if (!member.in(element).isMissingNode()) {
      throw new IllegalArgumentException(name + " stands twice");
    }
    member.set(element, member.form().read(text, session));
  }

  @Override
  public String write(JsonNode value) {
    String text =
        members.stream()
            .filter(member -> !member.in(value).isMissingNode())
            .map(member -> member.name() + "=" + member.form().write(member.in(value)))
            .collect(Collectors.joining(","));
    long given = members.stream().filter(each -> !each.in(value).isMissingNode()).count();
    return start.matcher(text).results().count() == given ? text : Codec.text(value);
  }
}
