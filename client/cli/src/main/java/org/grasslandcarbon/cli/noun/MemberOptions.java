// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.noun;

import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.UsageException;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Options for a record that an action's arguments may have, for a command that is written by hand:
 * they are called, read and explained as the verb of the action has them.
 */
public final class MemberOptions {
  private final String member;
  private final List<Said> said;

  private MemberOptions(String member, List<Said> said) {
    this.member = member;
    this.said = said;
  }

  /**
   * The options of a member.
   *
   * @param arguments an action's record
   * @param member a record in it that may be left out
   */
  public static MemberOptions of(Class<? extends Record> arguments, String member) {
    return new MemberOptions(
        member,
        Argument.of(arguments).stream()
            .filter(argument -> argument.path().get(0).equals(member))
            .map(Said::option)
            .toList());
  }

  /** Lets a command have them. */
  public void addTo(CommandSpec spec) {
    said.forEach(each -> spec.add(each.given().spec()));
  }

  /**
   * The record; empty when it is not wanted and nothing was given for it.
   *
   * @param isWanted whether the record has been asked for in another way
   * @throws UsageException when something is missing in it
   */
  public Optional<JsonNode> given(Session session, boolean isWanted) {
    ObjectNode arguments = JsonNodeFactory.instance.objectNode();
    if (isWanted) {
      arguments.putObject(member);
    }
    said.forEach(each -> each.put(arguments, session));
    List<String> missing = Said.missing(said, arguments);
    if (!missing.isEmpty()) {
      throw new UsageException(
          "缺少 " + String.join("、", missing) + "。", String.join(", ", missing) + " is missing.");
    }
    return arguments.optional(member);
  }
}
