// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.noun;

import java.util.Optional;
import org.grasslandcarbon.domain.instruction.Jwk;
import org.grasslandcarbon.domain.land.Boundary;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.MethodologyRef;
import org.grasslandcarbon.domain.value.Sha256;

/** Which form the values of a class have. */
final class Forms {
  private Forms() {}

  /**
   * The form of a class.
   *
   * @param member what the value is called, which may say what an id names
   */
  static Form of(Class<?> type, String member) {
    if (type == Sha256.class) {
      return new DigestForm();
    }
    if (type == Jwk.class) {
      return new PublicKeyForm();
    }
    if (type == MethodologyRef.class) {
      return new VersionForm();
    }
    if (type == Fen.class) {
      return new YuanForm();
    }
    if (type == Boundary.class) {
      return new BoundaryForm();
    }
    if (type.isEnum()) {
      return new ChoiceForm(type);
    }
    Optional<Form> reference =
        type == InstructionId.class ? ReferenceForm.of(member) : Optional.empty();
    return reference.or(() -> PlainForm.of(type)).orElseGet(() -> structured(type));
  }

  private static Form structured(Class<?> type) {
    return isNested(type) && !hasLists(type)
        ? new ElementForm(Argument.of(type.asSubclass(Record.class)))
        : new DocumentForm();
  }

  /** Whether a class is written as its members are, one by one. */
  static boolean isNested(Class<?> type) {
    return type.isRecord()
        && type != Jwk.class
        && type != MethodologyRef.class
        && PlainForm.jsonValue(type).isEmpty();
  }

  /** Whether there are lists in a record, or what only JSON can say. */
  static boolean hasLists(Class<?> type) {
    return Argument.of(type.asSubclass(Record.class)).stream()
        .anyMatch(each -> each.repeatable() || each.form() instanceof DocumentForm);
  }
}
