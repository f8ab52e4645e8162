// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.methodology;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.value.Check;

/**
 * When a methodology version is open. The days of grace are those that programmes give when they
 * retire a version: last for listing a new project, later for finishing its validation.
 *
 * @param lastListingDay last day on which a project may be proposed; {@code validTo} when absent
 * @param lastValidationDay last day on which a project may be validated; no end when absent
 * @param validFrom first day
 * @param validTo last day in force; no end when absent
 */
public record Validity(
    @Means(en = "Last day for proposing projects", zh = "最后公示日") Optional<LocalDate> lastListingDay,
    @Means(en = "Last day for validating projects", zh = "最后审定日")
        Optional<LocalDate> lastValidationDay,
    @Means(en = "First day in force", zh = "生效日") LocalDate validFrom,
    @Means(en = "Last day in force", zh = "失效日") Optional<LocalDate> validTo) {

  public Validity {
    LocalDate from = validFrom;
    Check.that(
        !validTo.orElse(from).isBefore(from),
        zh("版本的终止日早于生效日").en("a version ends before it begins"));
    Check.that(
        !lastListingDay.orElse(from).isBefore(from)
            && !lastValidationDay.orElse(from).isBefore(from),
        zh("宽限日早于版本生效日").en("a day of grace lies before the version begins"));
    LocalDate listing = lastListingDay.orElse(from);
    Check.that(
        !lastValidationDay.orElse(listing).isBefore(listing),
        zh("审定截止日早于申报截止日").en("the last day for validation lies before the last day for listing"));
  }

  boolean isOpenForListing(LocalDate day) {
    return !day.isBefore(validFrom)
        && lastListingDay.or(() -> validTo).map(last -> !day.isAfter(last)).orElse(true);
  }

  boolean isOpenForValidation(LocalDate day) {
    return lastValidationDay.map(last -> !day.isAfter(last)).orElse(true);
  }
}
