// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.noun;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.domain.ledger.Noun;
import org.grasslandcarbon.domain.value.Name;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An action under a word of its own, for what is given daily: the word says some of its arguments
 * ({@code market bid} buys), and others are found out where only one thing can be meant. All else
 * is as with the verb that is made from the catalogue.
 */
public final class ShortVerb {
  private final Noun.Verb verb;
  private final Name title;
  private final Map<String, String> said = new LinkedHashMap<>();
  private final Set<String> left = new LinkedHashSet<>();
  private final Map<String, Default> defaults = new LinkedHashMap<>();

  /** Finds out what nobody has said; missing when it is for a person to say. */
  @FunctionalInterface
  public interface Otherwise {
    /**
     * The value of an argument.
     *
     * @param arguments those that are known by now
     */
    JsonNode find(ObjectNode arguments, Session session);
  }

  /** How an argument is found out, by its name as it is typed. */
  private record Default(String member, Name how, Otherwise otherwise) {}

  private ShortVerb(Noun.Verb verb, Name title) {
    this.verb = verb;
    this.title = title;
  }

  /** A verb as the catalogue has it. */
  static ShortVerb plain(Noun.Verb verb) {
    return new ShortVerb(verb, verb.action().title());
  }

  /** A word for an action. */
  public static ShortVerb of(Noun.Verb verb, String zh, String en) {
    return new ShortVerb(verb, Name.of(zh, en));
  }

  /** The same, where the word says an argument. */
  public ShortVerb saying(String member, String value) {
    said.put(member, value);
    return this;
  }

  /** The same, without an argument that may be left out. */
  public ShortVerb without(String member) {
    left.add(member);
    return this;
  }

  /** The same, with an argument that is found out when nobody says it; the help says how. */
  public ShortVerb or(String member, String zh, String en, Otherwise otherwise) {
    defaults.put(Words.hyphenated(member), new Default(member, Name.of(zh, en), otherwise));
    return this;
  }

  /** Its command. */
  public CommandSpec spec() {
    return VerbCommand.spec(this);
  }

  Noun.Verb verb() {
    return verb;
  }

  Name title() {
    return title;
  }

  /** Whether an argument can be said. */
  boolean takes(Argument argument) {
    String first = argument.path().get(0);
    return !said.containsKey(first) && !left.contains(first);
  }

  /** How an argument is found out, to stand in help. */
  Optional<Name> how(Argument argument) {
    return Optional.ofNullable(defaults.get(argument.name())).map(Default::how);
  }

  /** Makes arguments be what the word says. */
  void say(ObjectNode arguments) {
    said.forEach(
        (member, value) -> arguments.set(member, JsonNodeFactory.instance.stringNode(value)));
    left.forEach(arguments::remove);
  }

  /** Finds out what nobody has said. */
  void complete(ObjectNode arguments, Session session) {
    for (Default each : defaults.values()) {
      if (!arguments.has(each.member())) {
        JsonNode value = each.otherwise().find(arguments, session);
        if (!value.isMissingNode()) {
          arguments.set(each.member(), value);
        }
      }
    }
  }
}
