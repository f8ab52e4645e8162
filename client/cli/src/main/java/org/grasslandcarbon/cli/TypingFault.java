// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.List;
import java.util.stream.Collectors;
import org.grasslandcarbon.domain.value.Detail;
import picocli.CommandLine.MaxValuesExceededException;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in our own words: the parser's are English. */
final class TypingFault {
  private TypingFault() {}

  static Detail of(ParameterException failure) {
    if (failure instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      return zh("缺少 %s").en("missing: %s", names(missing.getMissing()));
    }
    if (failure instanceof UnmatchedArgumentException unmatched) {
      String typed = String.join(" ", unmatched.getUnmatched());
      return unmatched.isUnknownOption()
          ? zh("没有选项 %s").en("there is no option %s", typed)
          : zh("无法识别：%s").en("not understood: %s", typed);
    }
    if (failure instanceof OverwrittenOptionException twice) {
      return zh("%s 给出了多次").en("%s is given more than once", name(twice.getOverwritten()));
    }
    if (failure instanceof MaxValuesExceededException) {
      return zh("某个选项的值过多").en("an option has too many values");
    }
    if (failure instanceof MutuallyExclusiveArgsException) {
      return zh("同时给出了互相排斥的选项").en("options that exclude each other are given together");
    }
    if (failure.getArgSpec() == null) {
      return zh("命令不完整或有误").en("the command is not complete or not right");
    }
    String name = name(failure.getArgSpec());
    return failure.getValue() == null
        ? zh("%s 缺少值或值有误").en("%s has no value or a wrong one", name)
        : zh("%s：“%s”不正确").en("%s: \"%s\" is not right", name, failure.getValue());
  }

  private static String names(List<ArgSpec> all) {
    return all.stream().map(TypingFault::name).collect(Collectors.joining(", "));
  }

  /** As help has it, e.g. {@code --limit N}. */
  private static String name(ArgSpec each) {
    if (!(each instanceof OptionSpec option)) {
      return each.paramLabel();
    }
    return option.arity().max() == 0
        ? option.longestName()
        : option.longestName() + " " + option.paramLabel();
  }
}
