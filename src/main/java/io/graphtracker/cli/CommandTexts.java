package io.graphtracker.cli;

import io.graphtracker.texts.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Describes commands and their options with the texts of the bundle. */
final class CommandTexts {

    private static final String END_OF_LINE = "%n";

    private final Texts texts;

    CommandTexts(Texts texts) {
        this.texts = texts;
    }

    /** Creates a command from an object with annotations, before it has subcommands, and they its options. */
    CommandLine describe(Object annotated) {
        CommandLine command = new CommandLine(annotated);
        CommandSpec spec = command.getCommandSpec();
        spec.usageMessage()
                .description(escaped(texts.get("cli.command." + spec.name())))
                .synopsisSubcommandLabel(texts.get("cli.heading.command"))
                .commandListHeading(END_OF_LINE + texts.get("cli.heading.commands") + END_OF_LINE)
                .optionListHeading(END_OF_LINE + texts.get("cli.heading.options") + END_OF_LINE)
                .parameterListHeading(END_OF_LINE)
                .exitCodeListHeading(END_OF_LINE + texts.get("cli.heading.exit-codes") + END_OF_LINE)
                .exitCodeList(exitCodes())
                .sortOptions(false);
        for (OptionSpec option : List.copyOf(spec.options())) {
            spec.remove(option);
            spec.addOption(option.toBuilder()
                    .description(escaped(texts.get("cli.option." + name(option))))
                    .build());
        }
        for (PositionalParamSpec parameter : List.copyOf(spec.positionalParameters())) {
            spec.remove(parameter);
            spec.addPositional(parameter.toBuilder()
                    .description(escaped(texts.get("cli.parameter." + spec.name())))
                    .build());
        }
        return command;
    }

    private Map<String, String> exitCodes() {
        Map<String, String> codes = new LinkedHashMap<>();
        for (int code : ExitCode.ALL) {
            codes.put(String.valueOf(code), escaped(texts.get("cli.exit-code." + code)));
        }
        return codes;
    }

    /** picocli's descriptions are format strings. */
    private static String escaped(String text) {
        return text.replace("%", "%%");
    }

    private static String name(OptionSpec option) {
        return option.longestName().substring("--".length());
    }
}
