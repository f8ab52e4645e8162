// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.ledger;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.Role;

/**
 * An action of the catalogue. Each action's record holds its own as {@code TYPE}.
 *
 * @param name imperative verb and noun, e.g. {@code transferCredits}; never renamed
 * @param argsClass the record of its arguments
 * @param title what it does, one sentence in each language
 * @param roles who may give it; one of them suffices
 * @param visibility who may see what an applied one led to, but for postings, which have the
 *     visibility of their accounts; why one was refused only its signer and who supervises it may
 * @param refusals the codes that its rule may refuse with, in the order of its checks
 * @param example valid arguments, shown with the schema and sent by tests
 */
public record ActionType<A extends Record & Action>(
    String name,
    Class<A> argsClass,
    Name title,
    Set<Role> roles,
    Visibility visibility,
    List<ErrorCode> refusals,
    A example) {

  public ActionType {
    roles = Collections.unmodifiableSet(EnumSet.copyOf(roles));
    refusals = List.copyOf(refusals);
  }

  /** Begins the description of an action that participants with one of the roles may give. */
  public static <A extends Record & Action> ActionType<A> of(
      String name,
      String zh,
      String en,
      A example,
      Set<Role> roles,
      Visibility visibility,
      ErrorCode... refusals) {
    @SuppressWarnings("unchecked") // an object's class is the class of its static type or below
    Class<A> argsClass = (Class<A>) example.getClass();
    return new ActionType<>(
        name, argsClass, Name.of(zh, en), roles, visibility, List.of(refusals), example);
  }

  /** The names of its arguments. */
  public Stream<String> members() {
    return Arrays.stream(argsClass.getRecordComponents()).map(RecordComponent::getName);
  }

  /** Every role, for actions that any admitted participant may give. */
  public static Set<Role> anyRole() {
    return EnumSet.allOf(Role.class);
  }
}
