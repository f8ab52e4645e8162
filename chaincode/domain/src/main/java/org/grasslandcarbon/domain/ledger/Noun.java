// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.ledger;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.value.Name;

/**
 * A noun of the registry as people say and type it, with what can be done to it. A package of the
 * domain declares its nouns in its {@link Manifest}; the command line, the pages and the catalogue
 * come from them. Actions are described by classes that take a while to load, so they are asked for
 * only when a noun is used.
 */
public final class Noun {
  private final String name;
  private final Name title;
  private final Supplier<List<Verb>> verbs;

  private Noun(String name, Name title, Supplier<List<Verb>> verbs) {
    this.name = name;
    this.title = title;
    this.verbs = verbs;
  }

  /**
   * A noun.
   *
   * @param name lower-case words with hyphens, as it is typed
   * @param verbs asked for when the noun is used
   */
  public static Noun of(String name, String zh, String en, Supplier<List<Verb>> verbs) {
    return new Noun(name, Name.of(zh, en), verbs);
  }

  public String name() {
    return name;
  }

  public Name title() {
    return title;
  }

  /**
   * The same noun with what another package can do to it as well.
   *
   * @throws IllegalArgumentException when the other is called otherwise
   */
  public Noun and(Noun other) {
    if (!name.equals(other.name) || !title.equals(other.title)) {
      throw new IllegalArgumentException(name + " and " + other.name + " are not one noun");
    }
    return new Noun(
        name,
        title,
        () -> Stream.concat(verbs.get().stream(), other.verbs.get().stream()).toList());
  }

  /** What can be done, in the order of its life. */
  public List<Verb> verbs() {
    return verbs.get();
  }

  /**
   * Something that can be done to a noun: an action under a short name.
   *
   * @param name as it is typed after the noun
   * @param action the action
   * @param subject the argument that a person gives without naming it
   * @param signer an argument that is the signer itself when nobody gives it
   * @param fromSubject an argument that the subject's record has as well, under the same name, and
   *     that is taken from it when nobody gives it
   */
  public record Verb(
      String name,
      ActionType<?> action,
      Optional<String> subject,
      Optional<String> signer,
      Optional<String> fromSubject) {
    public Verb {
      subject.ifPresent(member -> requireMember(action, member));
      signer.ifPresent(member -> requireMember(action, member));
      fromSubject.ifPresent(member -> requireMember(action, member));
      if (fromSubject.isPresent() && subject.isEmpty()) {
        throw new IllegalArgumentException(action.name() + " has no subject to take from");
      }
    }

    private static void requireMember(ActionType<?> action, String member) {
      if (action.members().noneMatch(member::equals)) {
        throw new IllegalArgumentException(action.name() + " has no argument " + member);
      }
    }

    /** A verb whose arguments are all named. */
    public static Verb of(String name, ActionType<?> action) {
      return new Verb(name, action, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same, of a subject that need not be named. */
    public Verb on(String member) {
      return new Verb(name, action, Optional.of(member), signer, fromSubject);
    }

    /** The same, with an argument that is the signer when nobody gives it. */
    public Verb orSigner(String member) {
      return new Verb(name, action, subject, Optional.of(member), fromSubject);
    }

    /** The same, with an argument that is looked up in the subject's record. */
    public Verb fromSubject(String member) {
      return new Verb(name, action, subject, signer, Optional.of(member));
    }
  }
}
