using AlertAutomaton.Smpp.Pdus;
using AlertAutomaton.Smpp.Text;
using FsCheck;
using FsCheck.Fluent;

namespace AlertAutomaton.Smpp.Tests.Text;

public sealed class SmsEncoderTests
{
    public static TheoryData<string, SmsConcatenation> TextsAndWays()
    {
        var data = new TheoryData<string, SmsConcatenation>();
        foreach (var row in Corpus.Texts)
        {
            foreach (var way in Enum.GetValues<SmsConcatenation>())
            {
                data.Add(row.Name, way);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Corpus.TextNames), MemberType = typeof(Corpus))]
    public void A_text_is_measured_as_the_table_says(string name)
    {
        var row = Corpus.Texts.Single(row => row.Name == name);
        var size = SmsMeasure.Of(row.Text);
        Assert.Equal((row.Encoding, row.Units, row.Segments), (size.Encoding, size.Units, size.Segments));
        Assert.Equal(row.Segments, SmsEncoder.Encode(row.Text).Segments.Count);
    }

    [Theory]
    [MemberData(nameof(TextsAndWays))]
    public void A_text_is_read_back_the_same(string name, SmsConcatenation way)
    {
        string text = Corpus.Texts.Single(row => row.Name == name).Text;
        Assert.Equal(text, RoundTrip(text, new SmsTextOptions { Concatenation = way }));
    }

    [Fact]
    public void Any_text_is_read_back_the_same_in_every_way()
    {
        var texts = Gen.OneOf(
            ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
            Gen.ListOf(Gen.Elements("a", "€", "é", "[", "\f")).Select(string.Concat),
            Gen.ListOf(Gen.Elements("ж", "🌊", "\uD83C", "\uDF0A", "x")).Select(string.Concat));
        var cases =
            from text in texts
            from times in Gen.Choose(1, 30)
            from way in Gen.Elements(Enum.GetValues<SmsConcatenation>())
            from alphabet in Gen.Elements(Enum.GetValues<SmsDefaultAlphabet>())
            from latin1 in Gen.Elements(true, false)
            select (Text: string.Concat(Enumerable.Repeat(text, times)), Options: new SmsTextOptions { Concatenation = way, DefaultAlphabet = alphabet, AllowLatin1 = latin1 });
        Prop.ForAll(cases.ToArbitrary(), test => RoundTrip(test.Text, test.Options) == test.Text).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void No_segment_is_over_140_octets_on_the_air()
    {
        foreach (var row in Corpus.Texts)
        {
            foreach (var way in new[] { SmsConcatenation.UserDataHeader8, SmsConcatenation.UserDataHeader16 })
            {
                var encoded = SmsEncoder.Encode(row.Text, new SmsTextOptions { Concatenation = way });
                Assert.All(encoded.Segments, segment => Assert.True(OctetsOnAir(segment, encoded.Size.Encoding) <= 140));
            }
        }

        // 3GPP TS 23.040: septets after a header begin at a septet boundary.
        static int OctetsOnAir(SmsSegment segment, SmsEncoding encoding)
        {
            int header = segment.HasUserDataHeader ? segment.ShortMessage.Span[0] + 1 : 0;
            int text = segment.ShortMessage.Length - header;
            return encoding == SmsEncoding.Gsm ? ((header * 8 + 6) / 7 + text) * 7 / 8 : header + text;
        }
    }

    [Theory]
    [InlineData(SmsConcatenation.UserDataHeader8, 153, 67)]
    [InlineData(SmsConcatenation.UserDataHeader16, 152, 66)]
    [InlineData(SmsConcatenation.SegmentationParameters, 153, 67)]
    public void Segments_are_as_full_as_their_header_allows(SmsConcatenation way, int septets, int units)
    {
        var options = new SmsTextOptions { Concatenation = way };
        Assert.Equal(2, SmsMeasure.Of(new string('A', septets * 2), options).Segments);
        Assert.Equal(3, SmsMeasure.Of(new string('A', septets * 2 + 1), options).Segments);
        Assert.Equal(2, SmsMeasure.Of(new string('ж', units * 2), options).Segments);
        Assert.Equal(3, SmsMeasure.Of(new string('ж', units * 2 + 1), options).Segments);
    }

    [Fact]
    public void What_is_left_counts_down_to_the_next_segment()
    {
        Assert.Equal(160, SmsMeasure.Of("").UnitsLeftInSegment);
        Assert.Equal(0, SmsMeasure.Of(new string('A', 160)).UnitsLeftInSegment);
        Assert.Equal(153 * 2 - 161, SmsMeasure.Of(new string('A', 161)).UnitsLeftInSegment);
        Assert.Equal(69, SmsMeasure.Of("ж").UnitsLeftInSegment);
    }

    [Fact]
    public void Latin1_text_goes_as_data_coding_3_only_where_it_is_allowed()
    {
        var allowed = new SmsTextOptions { AllowLatin1 = true };
        Assert.Equal(8, SmsEncoder.Encode("forêt").DataCoding);
        Assert.Equal(3, SmsEncoder.Encode("forêt", allowed).DataCoding);
        Assert.Equal(0, SmsEncoder.Encode("rivière", allowed).DataCoding);
        Assert.Equal((140, 1), (SmsMeasure.Of(new string('ê', 140), allowed).Units, SmsMeasure.Of(new string('ê', 140), allowed).Segments));
        Assert.Equal(2, SmsMeasure.Of(new string('ê', 141), allowed).Segments);
        Assert.Equal(2, SmsMeasure.Of(new string('ê', 268), allowed).Segments);
        Assert.Equal(3, SmsMeasure.Of(new string('ê', 269), allowed).Segments);
    }

    [Fact]
    public void A_gateway_that_converts_itself_is_given_only_what_survives()
    {
        var latin1 = new SmsTextOptions { DefaultAlphabet = SmsDefaultAlphabet.Latin1 };
        var encoded = SmsEncoder.Encode("rivière [nord]", latin1);
        Assert.Equal((0, 16), (encoded.DataCoding, encoded.Size.Units));
        Assert.Equal(14, encoded.Segments[0].ShortMessage.Length);
        Assert.Equal(8, SmsEncoder.Encode("5 €", latin1).DataCoding);
        Assert.Equal(8, SmsEncoder.Encode("rivière", new SmsTextOptions { DefaultAlphabet = SmsDefaultAlphabet.Ascii }).DataCoding);
        Assert.Equal(8, SmsEncoder.Encode("`", new SmsTextOptions { DefaultAlphabet = SmsDefaultAlphabet.Ascii }).DataCoding);
    }

    [Fact]
    public void Typographic_characters_are_replaced_only_when_asked()
    {
        const string Text = "L’eau monte… au cœur du village";
        Assert.Equal(SmsEncoding.Ucs2, SmsMeasure.Of(Text).Encoding);
        var options = new SmsTextOptions { ReplaceTypographic = true };
        Assert.Equal(SmsEncoding.Gsm, SmsMeasure.Of(Text, options).Encoding);
        Assert.Equal("L'eau monte... au coeur du village", RoundTrip(Text, options));
    }

    [Fact]
    public void A_text_of_more_than_255_segments_is_refused()
    {
        Assert.True(SmsEncoder.TryEncode(new string('A', 255 * 153), null, 1, out _));
        Assert.False(SmsEncoder.TryEncode(new string('A', 255 * 153 + 1), null, 1, out _));
        Assert.Throws<ArgumentException>(() => SmsEncoder.Encode(new string('A', 255 * 153 + 1)));
    }

    private static string RoundTrip(string text, SmsTextOptions options)
    {
        var encoded = SmsEncoder.Encode(text, options, reference: 0x1234);
        var assembly = new SmsAssembly(TimeSpan.FromMinutes(1));
        string? whole = null;
        foreach (var segment in encoded.Segments.Reverse())
        {
            var message = new DeliverSm(SequenceNumber.First)
            {
                DataCoding = encoded.DataCoding,
                EsmClass = segment.HasUserDataHeader ? EsmClass.UserDataHeader : (byte)0,
                ShortMessage = segment.ShortMessage,
                Tlvs = segment.Tlvs,
            };
            var decoded = SmsDecoder.Decode(message, options.DefaultAlphabet);
            if (decoded.Part is not { } part)
            {
                return decoded.Text;
            }

            var key = new SmsAssemblyKey("a", "b", part.Reference, part.Total);
            foreach (var result in assembly.Add(key, part.Number, encoded.DataCoding, decoded.Octets, TimeSpan.Zero))
            {
                Assert.Equal(0, result.Missing);
                whole = SmsDecoder.DecodeText(result.DataCoding, result.Octets.Span, options.DefaultAlphabet).Text;
            }
        }

        return whole ?? throw new InvalidOperationException("The text did not come together.");
    }
}
