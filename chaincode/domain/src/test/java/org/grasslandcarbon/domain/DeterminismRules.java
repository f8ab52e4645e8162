// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.grasslandcarbon.domain.value.BeijingTime;

/** What code must not use when every endorser is to come to the same bytes. */
final class DeterminismRules {
  private DeterminismRules() {}

  static List<ArchRule> all() {
    return List.of(
        noClockRandomnessOrEnvironment(),
        noDefaultLocaleCharsetOrZone(),
        noClassesThatFollowTheLocale(),
        noThreads(),
        noFloatingPointFields(),
        noInexactMath(),
        daysAreBeijings());
  }

  static ArchRule noClockRandomnessOrEnvironment() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(Clock.class, Random.class, UUID.class)
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.security\\.SecureRandom|java\\.util\\.(Date|Calendar|TimeZone)")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.util\\.concurrent\\.ThreadLocalRandom|java\\.util\\.random\\..*")
        .orShould()
        .callMethodWhere(target(owner(assignableTo(System.class))).and(isNot("arraycopy")))
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callMethodWhere(nowOf(Instant.class, LocalDate.class, LocalDateTime.class))
        .orShould()
        .callMethodWhere(nowOf(ZonedDateTime.class))
        .orShould()
        .callMethodWhere(
            target(owner(assignableTo(Integer.class).or(assignableTo(Long.class))))
                .and(target(name("getInteger").or(name("getLong")))))
        .because("a transaction is judged by what it says, not by where and when it is endorsed");
  }

  private static DescribedPredicate<JavaCall<?>> isNot(String method) {
    return DescribedPredicate.not(target(name(method)).forSubtype());
  }

  private static DescribedPredicate<JavaCall<?>> nowOf(Class<?>... types) {
    return DescribedPredicate.describe(
        "now()",
        call ->
            call.getName().equals("now")
                && List.of(types).stream().anyMatch(call.getTargetOwner()::isAssignableTo));
  }

  static ArchRule noDefaultLocaleCharsetOrZone() {
    return noClasses()
        .should()
        .callMethod(Locale.class, "getDefault")
        .orShould()
        .callMethod(String.class, "format", String.class, Object[].class)
        .orShould()
        .callMethod(String.class, "formatted", Object[].class)
        .orShould()
        .callMethod(String.class, "toUpperCase")
        .orShould()
        .callMethod(String.class, "toLowerCase")
        .orShould()
        .callMethod(String.class, "getBytes")
        .orShould()
        .callConstructor(String.class, byte[].class)
        .orShould()
        .callMethod(Charset.class, "defaultCharset")
        .orShould()
        .callMethod(ZoneId.class, "systemDefault")
        .orShould()
        .callMethod(DateTimeFormatter.class, "ofPattern", String.class)
        .because("these take what the machine is set to");
  }

  static ArchRule noClassesThatFollowTheLocale() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.text\\..*|java\\.util\\.(Formatter|Scanner|ResourceBundle|Currency)"
                + "|java\\.time\\.format\\.(FormatStyle|DecimalStyle)"
                + "|java\\.time\\.temporal\\.WeekFields")
        .because("these count, sort and write by the language of the machine");
  }

  static ArchRule noThreads() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.lang\\.Thread|java\\.util\\.(Timer|concurrent\\.(Executors|ForkJoinPool))")
        .orShould()
        .callMethodWhere(
            DescribedPredicate.describe(
                "parallel streams and reductions",
                call ->
                    call.getName()
                        .matches("parallel(Stream|Sort|Prefix|SetAll)?|findAny|toConcurrentMap")))
        .because("an order that threads make is another on each machine");
  }

  static ArchRule noFloatingPointFields() {
    return noFields()
        .that()
        .areDeclaredInClassesThat()
        .resideOutsideOfPackage("org.grasslandcarbon.domain.land..")
        .should()
        .haveRawType(double.class)
        .orShould()
        .haveRawType(float.class)
        .orShould()
        .haveRawType(Double.class)
        .because("tonnes and money are decimal; only areas of land are floating");
  }

  /** Instants and days meet in one class; a day of UTC is another day for eight hours of it. */
  static ArchRule daysAreBeijings() {
    return noClasses()
        .that()
        .doNotBelongToAnyOf(BeijingTime.class)
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "conversions between instants and days",
                call ->
                    call.getTargetOwner().isEquivalentTo(Instant.class)
                            && call.getName().matches("at(Offset|Zone)")
                        || call.getTargetOwner().getPackageName().equals("java.time")
                            && call.getName().matches("ofInstant|atStartOfDay")))
        .because("all dates of the registry are in Beijing time");
  }

  static ArchRule noInexactMath() {
    return noClasses()
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "functions of Math whose last bit may differ between machines",
                call ->
                    call.getTargetOwner().isEquivalentTo(Math.class)
                        && call.getName()
                            .matches(
                                "a?(sin|cos|tan)h?|atan2|exp|expm1|log.*|pow|cbrt|hypot"
                                    + "|toRadians|toDegrees")))
        .because("StrictMath has the same functions with the same bits everywhere");
  }
}
