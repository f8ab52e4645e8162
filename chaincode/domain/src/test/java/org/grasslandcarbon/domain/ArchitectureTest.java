// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.registry.Catalogue;
import org.grasslandcarbon.domain.registry.FoundingDocument;
import org.grasslandcarbon.domain.registry.RecordTypes;
import org.junit.jupiter.api.Test;

/** The structure of the domain, and what would make endorsers disagree. */
class ArchitectureTest {
  private static final String ROOT = "org.grasslandcarbon.domain.";

  /** Each package may know those before it and none after it. */
  private static final List<String> ORDER =
      List.of(
          "unicode",
          "value",
          "error",
          "json",
          "ledger",
          "instruction",
          "quantification",
          "plausibility",
          "land",
          "pki",
          "region",
          "participant",
          "methodology",
          "project",
          "stocking",
          "offset",
          "credit",
          "monitoring",
          "permanence",
          "settlement",
          "market",
          "judicial",
          "supervision",
          "coordination",
          "registry",
          "certificate",
          "example");

  private static final JavaClasses DOMAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.grasslandcarbon.domain");

  @Test
  void packages_know_only_those_below_them() {
    assertThat(DOMAIN.stream().map(ArchitectureTest::layer).distinct())
        .as("a new package takes its place in the order")
        .isSubsetOf(ORDER);
    ArchRuleDefinition.classes()
        .should(
            new ArchCondition<>("depend only on packages below their own") {
              @Override
              public void check(JavaClass item, ConditionEvents events) {
                item.getDirectDependenciesFromSelf().stream()
                    .filter(each -> isOurs(each.getTargetClass()))
                    .filter(
                        each ->
                            ORDER.indexOf(layer(each.getTargetClass()))
                                > ORDER.indexOf(layer(item)))
                    .forEach(
                        each ->
                            events.add(SimpleConditionEvent.violated(item, each.getDescription())));
              }
            })
        .check(DOMAIN);
  }

  @Test
  void what_is_implausible_is_said_by_what_is_computed_alone() {
    assertThat(DOMAIN.stream().filter(type -> layer(type).equals("plausibility")))
        .isNotEmpty()
        .allSatisfy(
            type ->
                assertThat(
                        type.getDirectDependenciesFromSelf().stream()
                            .map(each -> each.getTargetClass())
                            .filter(ArchitectureTest::isOurs)
                            .map(ArchitectureTest::layer))
                    .as(type.getName())
                    .isSubsetOf("plausibility", "quantification", "value", "json", "error"));
  }

  private static boolean isOurs(JavaClass type) {
    return type.getPackageName().startsWith(ROOT);
  }

  private static String layer(JavaClass type) {
    return type.getPackageName().substring(ROOT.length()).split("\\.")[0];
  }

  @Test
  void the_domain_stands_on_jackson_and_bouncy_castle_alone() {
    ArchRuleDefinition.classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java.lang..",
            "java.math..",
            "java.nio.charset..",
            "java.security..",
            "java.time..",
            "java.util..",
            "java.io..",
            "org.grasslandcarbon.domain..",
            "com.fasterxml.jackson.annotation..",
            "tools.jackson..",
            "org.bouncycastle..")
        .check(DOMAIN);
  }

  @Test
  void nothing_reads_or_writes_files_or_talks_to_a_network() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.nio.file..", "java.net..", "java.nio.channels..")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.io\\.(File.*|RandomAccessFile|PrintStream)")
        .check(DOMAIN);
  }

  @Test
  void nothing_would_make_endorsers_disagree() {
    DeterminismRules.all().forEach(rule -> rule.check(DOMAIN));
  }

  @Test
  void what_is_stored_or_signed_has_no_member_in_hash_order() {
    fields()
        .that()
        .areDeclaredInClassesThat(isStoredOrSigned())
        .and()
        .doNotHaveModifier(JavaModifier.STATIC)
        .should()
        .notHaveRawType(Set.class)
        .andShould()
        .notHaveRawType(HashSet.class)
        .andShould()
        .notHaveRawType(HashMap.class)
        .andShould()
        .notHaveRawType(Collection.class)
        .check(DOMAIN);
    noClasses()
        .that(isStoredOrSigned())
        .should()
        .callMethod(Map.class, "copyOf", Map.class)
        .orShould()
        .callMethod(Set.class, "copyOf", Collection.class)
        .orShould()
        .callMethod(Collectors.class, "toSet")
        .orShould()
        .callConstructor(HashMap.class)
        .check(DOMAIN);
  }

  private static DescribedPredicate<JavaClass> isStoredOrSigned() {
    Set<String> names =
        records().stream().map(Class::getName).collect(Collectors.toUnmodifiableSet());
    return DescribedPredicate.describe(
        "are stored or signed", type -> names.contains(type.getName()));
  }

  @Test
  void every_text_and_list_that_is_stored_or_signed_has_a_limit() {
    assertThat(records()).hasSizeGreaterThan(40);
    for (Class<?> type : records()) {
      for (RecordComponent component : type.getRecordComponents()) {
        Type plain = withoutOptional(component.getGenericType());
        boolean isList =
            plain instanceof ParameterizedType generic && generic.getRawType() == List.class;
        Most most = component.getAnnotation(Most.class);
        if (isList || plain == String.class) {
          assertThat(most).as("%s %s needs @Most", type.getName(), component.getName()).isNotNull();
        }
        if (isList && ((ParameterizedType) plain).getActualTypeArguments()[0] == String.class) {
          assertThat(most.each()).as("%s %s", type.getName(), component.getName()).isPositive();
        }
      }
    }
  }

  private static Type withoutOptional(Type type) {
    return type instanceof ParameterizedType generic && generic.getRawType() == Optional.class
        ? generic.getActualTypeArguments()[0]
        : type;
  }

  /** Every record that is stored or signed, with those inside; values limit themselves. */
  private static Set<Class<?>> records() {
    Deque<Class<?>> open = new ArrayDeque<>();
    RecordTypes.all().stream().map(RecordType::recordClass).forEach(open::add);
    Catalogue.actions().stream().map(ActionType::argsClass).forEach(open::add);
    open.add(FoundingDocument.class);
    open.add(SignedInstruction.Payload.class);
    Set<Class<?>> found = new LinkedHashSet<>();
    while (!open.isEmpty()) {
      Class<?> next = open.pop();
      boolean isValue = next.getPackageName().equals(ROOT + "value");
      if (next.isRecord() && !isValue && found.add(next)) {
        for (RecordComponent component : next.getRecordComponents()) {
          classesIn(component.getGenericType()).forEach(open::add);
        }
      }
    }
    return found;
  }

  private static List<Class<?>> classesIn(Type type) {
    if (type instanceof Class<?> plain) {
      return List.of(plain);
    }
    return java.util.Arrays.stream(((ParameterizedType) type).getActualTypeArguments())
        .flatMap(each -> classesIn(each).stream())
        .toList();
  }

  @Test
  void every_record_and_action_is_in_its_list() {
    assertThat(
            DOMAIN.stream()
                .filter(type -> type.isRecord() && type.isAssignableTo(LedgerRecord.class))
                .map(JavaClass::getName))
        .containsExactlyInAnyOrderElementsOf(
            RecordTypes.all().stream().map(type -> type.recordClass().getName()).toList());
    assertThat(
            DOMAIN.stream()
                .filter(type -> type.isRecord() && type.isAssignableTo(Action.class))
                .map(JavaClass::getName))
        .containsExactlyInAnyOrderElementsOf(
            Catalogue.actions().stream().map(type -> type.argsClass().getName()).toList());
  }
}
