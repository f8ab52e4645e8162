// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.Name;

/**
 * The computation of a methodology. The code is chosen by id; every number comes from the
 * methodology version, the project's strata and the monitoring data. An id means the same
 * computation for ever: an algorithm that must change gets a new id.
 */
public interface Algorithm {

  /** E.g. {@code GCS-TIER1}. */
  String id();

  /** What it is. */
  Name name();

  /** Its equations in the order of the worksheet. */
  List<Equation> equations();

  /** Why it cannot compute with what a version publishes, in English; nothing when it can. */
  Optional<Detail> problem(Parameters parameters, Uncertainty uncertainty);

  /** The choices that every stratum makes. */
  List<ChoiceType> choices();

  /** The data that it reads under a version's parameters. */
  List<DatumType> data(Parameters parameters);

  /**
   * Computes net tonnes for each calendar year of the period. A pure function, also for dry runs;
   * the subject must have passed the checks that a submitted report passes.
   */
  Quantification quantify(Subject subject);
}
