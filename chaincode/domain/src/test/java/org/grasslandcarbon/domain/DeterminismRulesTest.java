// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of determinism find what they forbid: each class here breaks one of them. */
class DeterminismRulesTest {

  /** A class and the rule that must find it. */
  record Breach(Class<?> type, ArchRule rule) {}

  static List<Breach> breaches() {
    return List.of(
        new Breach(Today.class, DeterminismRules.noClockRandomnessOrEnvironment()),
        new Breach(Moment.class, DeterminismRules.noClockRandomnessOrEnvironment()),
        new Breach(Chance.class, DeterminismRules.noClockRandomnessOrEnvironment()),
        new Breach(ChanceOfMath.class, DeterminismRules.noClockRandomnessOrEnvironment()),
        new Breach(NewId.class, DeterminismRules.noClockRandomnessOrEnvironment()),
        new Breach(Environment.class, DeterminismRules.noClockRandomnessOrEnvironment()),
        new Breach(Nanoseconds.class, DeterminismRules.noClockRandomnessOrEnvironment()),
        new Breach(UpperCase.class, DeterminismRules.noDefaultLocaleCharsetOrZone()),
        new Breach(Written.class, DeterminismRules.noDefaultLocaleCharsetOrZone()),
        new Breach(WrittenShort.class, DeterminismRules.noDefaultLocaleCharsetOrZone()),
        new Breach(Language.class, DeterminismRules.noDefaultLocaleCharsetOrZone()),
        new Breach(Bytes.class, DeterminismRules.noDefaultLocaleCharsetOrZone()),
        new Breach(Alphabet.class, DeterminismRules.noDefaultLocaleCharsetOrZone()),
        new Breach(Zone.class, DeterminismRules.noDefaultLocaleCharsetOrZone()),
        new Breach(DatePattern.class, DeterminismRules.noDefaultLocaleCharsetOrZone()),
        new Breach(Digits.class, DeterminismRules.noClassesThatFollowTheLocale()),
        new Breach(Print.class, DeterminismRules.noClassesThatFollowTheLocale()),
        new Breach(SumInParallel.class, DeterminismRules.noThreads()),
        new Breach(ReduceInParallel.class, DeterminismRules.noThreads()),
        new Breach(AnyOne.class, DeterminismRules.noThreads()),
        new Breach(ThreadOfItsOwn.class, DeterminismRules.noThreads()),
        new Breach(Share.class, DeterminismRules.noFloatingPointFields()),
        new Breach(Sine.class, DeterminismRules.noInexactMath()),
        new Breach(Power.class, DeterminismRules.noInexactMath()),
        new Breach(Logarithm.class, DeterminismRules.noInexactMath()),
        new Breach(Exponential.class, DeterminismRules.noInexactMath()),
        new Breach(DayOfUtc.class, DeterminismRules.daysAreBeijings()),
        new Breach(StartOfDay.class, DeterminismRules.daysAreBeijings()));
  }

  @ParameterizedTest
  @MethodSource("breaches")
  void a_breach_is_found_by_its_rule(Breach breach) {
    assertThat(
            breach.rule.evaluate(new ClassFileImporter().importClasses(breach.type)).hasViolation())
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void exact_and_strict_code_is_not_found(ArchRule rule) {
    assertThat(
            rule.allowEmptyShould(true)
                .evaluate(new ClassFileImporter().importClasses(Lawful.class))
                .hasViolation())
        .isFalse();
  }

  static List<ArchRule> rules() {
    return DeterminismRules.all();
  }

  static final class Today {
    LocalDate value() {
      return LocalDate.now();
    }
  }

  static final class Moment {
    Instant value() {
      return Instant.now();
    }
  }

  static final class Chance {
    int value() {
      return new Random(1).nextInt();
    }
  }

  static final class ChanceOfMath {
    int value() {
      return (int) (Math.random() * 10);
    }
  }

  static final class NewId {
    String value() {
      return UUID.randomUUID().toString();
    }
  }

  static final class Environment {
    String value() {
      return System.getenv("HOME");
    }
  }

  static final class Nanoseconds {
    long value() {
      return System.nanoTime();
    }
  }

  static final class UpperCase {
    String value(String text) {
      return text.toUpperCase();
    }
  }

  static final class Written {
    String value(int number) {
      return String.format("%d", number);
    }
  }

  static final class WrittenShort {
    String value(int number) {
      return "%d".formatted(number);
    }
  }

  static final class Language {
    String value() {
      return Locale.getDefault().toString();
    }
  }

  static final class Bytes {
    byte[] value(String text) {
      return text.getBytes();
    }
  }

  static final class Alphabet {
    String value() {
      return Charset.defaultCharset().name();
    }
  }

  static final class Zone {
    ZoneId value() {
      return ZoneId.systemDefault();
    }
  }

  static final class DatePattern {
    String value(LocalDate date) {
      return DateTimeFormatter.ofPattern("d MMM").format(date);
    }
  }

  static final class Digits {
    String value(BigDecimal number) {
      return NumberFormat.getInstance().format(number);
    }
  }

  static final class Print {
    String value(int number) {
      try (Formatter formatter = new Formatter()) {
        return formatter.format("%d", number).toString();
      }
    }
  }

  static final class SumInParallel {
    int value(List<Integer> numbers) {
      return numbers.parallelStream().mapToInt(Integer::intValue).sum();
    }
  }

  static final class ReduceInParallel {
    int value(List<Integer> numbers) {
      return numbers.stream().parallel().reduce(0, Integer::sum);
    }
  }

  static final class AnyOne {
    int value(List<Integer> numbers) {
      return numbers.stream().findAny().orElseThrow();
    }
  }

  static final class ThreadOfItsOwn {
    void value(Runnable task) {
      new Thread(task).start();
    }
  }

  static final class Share {
    final double value = 0.5;
  }

  static final class Sine {
    int value(int angle) {
      return (int) Math.sin(angle);
    }
  }

  static final class Power {
    int value(int base) {
      return (int) Math.pow(base, 3);
    }
  }

  static final class Logarithm {
    int value(int number) {
      return (int) Math.log10(number);
    }
  }

  static final class Exponential {
    int value(int number) {
      return (int) Math.exp(number);
    }
  }

  /** Neighbours of what is forbidden that are the same everywhere. */
  static final class Lawful {
    String value(List<BigDecimal> numbers, String text, long count) {
      BigDecimal sum = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
      byte[] bytes = text.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
      long exact = Math.addExact(count, (long) StrictMath.sin(1));
      return String.format(Locale.ROOT, "%s %d %d", sum.toPlainString(), bytes.length, exact);
    }
  }

  static final class DayOfUtc {
    LocalDate day(Instant instant) {
      return instant.atOffset(java.time.ZoneOffset.UTC).toLocalDate();
    }
  }

  static final class StartOfDay {
    Instant start(LocalDate day) {
      return day.atStartOfDay().toInstant(java.time.ZoneOffset.UTC);
    }
  }
}
