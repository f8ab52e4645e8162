// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.sheets;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.monitoring.RecordSampling;
import org.grasslandcarbon.domain.monitoring.SampleValue;
import org.grasslandcarbon.domain.monitoring.SamplingPoint;
import org.grasslandcarbon.domain.quantification.DatumType;
import org.grasslandcarbon.domain.quantification.Scenario;
import org.grasslandcarbon.domain.testing.SampledProject;
import org.grasslandcarbon.domain.value.Decimal;

/** A survey of the project whose samplings are records, as its tables. */
final class Survey {
  static final String DAY = "2023-06-05";

  final SampledProject sampled = new SampledProject();
  final Methodology methodology =
      sampled
          .projects
          .ledger
          .find(Methodology.key(sampled.measured.design().methodology()))
          .orElseThrow();
  final List<RecordSampling> samplings = new ArrayList<>();

  /** Both sides of both strata. */
  Survey() {
    for (String stratum : List.of("S1", "S2")) {
      samplings.add(sampled.sampling(Scenario.WP, stratum, "0", DAY));
      samplings.add(sampled.sampling(Scenario.BSL, stratum, "0.4", DAY));
    }
  }

  /** The first sampling with so many more points. */
  Survey with(int points) {
    RecordSampling first = samplings.get(0);
    List<SamplingPoint> places = new ArrayList<>(first.points());
    List<SampleValue> values = new ArrayList<>(first.values());
    for (int point = 100; point < 100 + points; point++) {
      String name = "P" + point;
      places.add(sampled.point(name, Scenario.WP));
      for (int layer = 1; layer <= 2; layer++) {
        Optional<String> sample = Optional.of(name + "-L" + layer);
        values.add(new SampleValue(sample, "OC", "g/kg", Decimal.of((20 + layer) + "." + point)));
        values.add(new SampleValue(sample, "SOIL_MASS", "g", Decimal.of("270.25")));
      }
    }
    samplings.set(
        0,
        new RecordSampling(
            first.analysis(),
            first.days(),
            first.depthCentimetres(),
            first.laboratory(),
            first.laboratoryReport(),
            Optional.empty(),
            places,
            first.project(),
            first.scenario(),
            first.stratum(),
            values));
    return this;
  }

  String heads() {
    StringBuilder text =
        new StringBuilder(
            "stratum,scenario,from,to,analysis,laboratory,laboratoryReport,depthCentimetres\n");
    for (RecordSampling each : samplings) {
      text.append(
          String.join(
                  ",",
                  each.stratum(),
                  each.scenario().name(),
                  each.days().from().toString(),
                  each.days().to().toString(),
                  each.analysis().name(),
                  each.laboratory().value(),
                  each.laboratoryReport().value(),
                  each.depthCentimetres().map(Object::toString).orElse(""))
              + "\n");
    }
    return text.toString();
  }

  String points() {
    StringBuilder text = new StringBuilder("stratum,scenario,point,latitude,longitude\n");
    for (RecordSampling each : samplings) {
      for (SamplingPoint point : each.points()) {
        text.append(
            String.join(
                    ",",
                    each.stratum(),
                    each.scenario().name(),
                    point.name(),
                    point.latitude().toString(),
                    point.longitude().toString())
                + "\n");
      }
    }
    return text.toString();
  }

  String values() {
    List<DatumType> types = SamplingTable.measured(methodology);
    StringBuilder text =
        new StringBuilder(
            "stratum,scenario,sample,"
                + String.join(",", types.stream().map(DataTable::heading).toList())
                + "\n");
    for (RecordSampling each : samplings) {
      Set<String> names = new LinkedHashSet<>();
      each.values().forEach(value -> names.add(value.sample().orElse("")));
      for (String name : names) {
        text.append(each.stratum()).append(',').append(each.scenario()).append(',').append(name);
        for (DatumType type : types) {
          text.append(',').append(value(each, name, type));
        }
        text.append('\n');
      }
    }
    return text.toString();
  }

  private static String value(RecordSampling sampling, String name, DatumType type) {
    return sampling.values().stream()
        .filter(value -> value.sample().orElse("").equals(name))
        .filter(value -> value.symbol().equals(type.symbol()))
        .map(value -> value.value().toString())
        .findFirst()
        .orElse("");
  }
}
