<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>Banner</name>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cost became infinite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weighted inputs Z became infinite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The activations A became infinite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradients dZ became infinite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradients dW became infinite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights became infinite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{subject} at epoch {epoch}, first in layer {layer}:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lower the learning rate, or undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lower the learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClassLegend</name>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CostLegend</name>
    <message>
        <source>Values of the curves</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CostView</name>
    <message>
        <source>penalty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plot the cost on training and test data, and the penalty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plot the share of examples that are classified rightly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plot the norm of each layer&apos;s gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Norm of each layer&apos;s gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves over the epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel or drag to zoom and move, double click to follow the training again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No history yet: run the training to see its cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw equal factors as equal heights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all epochs again and keep following the training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch {:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{epoch}, by layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataGallery</name>
    <message>
        <source>Your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points drawn by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn points</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataPanel</name>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own examples are used as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” always has {count} examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw other random examples of the same kind.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that can be opened (*.json *.npz *.csv);;Experiments (*.json);;Weights (*.npz);;Tables (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiments (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights (*.npz)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights exported to {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no earlier session to restore.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiment saved to {path}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExactBox</name>
    <message>
        <source>Not a whole number; still {kept}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a number; still {kept}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {low} to {high}; still {kept}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FeatureList</name>
    <message>
        <source>e.g. cos(x1) * x2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New feature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any formula of the inputs x1, x2 …, with + − * / ** and functions such as sin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the typed formula as a feature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last feature: a network needs one at least.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input {name}, named {column}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The formula {formula}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormRow</name>
    <message>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeaderBand</name>
    <message>
        <source>+ Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what the network sees: the inputs, their squares, products, waves, or any formula.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output activation: {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {number}: {units} neurons, {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add layer {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network here has {maximum} hidden layers at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a hidden layer here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeatmapCanvas</name>
    <message>
        <source>Heatmaps of every layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: not computed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not computed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The norm of each layer&apos;s gradient; its bar is logarithmic, from 1e-8 to 100.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value of the cell under the mouse, and the ends of the colours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys choose a weight or bias, Enter opens it, Escape lets go.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeatmapView</name>
    <message>
        <source>Gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show dW | db: how the cost changes with each weight and bias.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show W | b: every weight and bias as it is now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show ΔW | Δb: what the last update added to each weight and bias.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each layer&apos;s largest value gets the strongest colour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole network&apos;s largest value gets the strongest colour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value typed beside it gets the strongest colour, at all times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {layer}, {activation}: {shape} weights, then a column of {rows} biases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each drawn cell shows the strongest of {block} weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>strongest of {block}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range of the colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which value gets the strongest colour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bound of the fixed range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value that gets the strongest colour when the range is fixed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerControls</name>
    <message>
        <source>Activation of layer {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neurons of layer {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove a neuron from layer {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One neuron less in this layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a neuron to layer {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One neuron more in this layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove layer {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this layer; its neighbours are connected anew.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>{name} – Backpropagation Playground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something unexpected went wrong: {reason}. Training has paused; your network is intact.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NetworkView</name>
    <message>
        <source>+{count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>positive weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>negative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the {drawn:,} strongest of {total:,} weights are drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{drawn:,} of {total:,} weights are drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{drawn:,} of {total:,} weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{description}
{formula}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neuron {unit} of layer {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} neurons in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>click to see others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not computed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sizes}, epoch {epoch}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{units} × {activation}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network diagram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys move among the neurons, Enter edits the one selected.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutputControls</name>
    <message>
        <source>Test data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw the test examples too, as hollow markers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discretize</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show decisions or steps instead of a continuous output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole range again and keep following it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutputView</name>
    <message>
        <source>Most likely class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} against {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output and decision boundary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output {} ({})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {}, unit {} ({})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 more input at its mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{:,} more inputs at their mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{:,} of {:,} points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel or drag to zoom and move, double click to show everything again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing computed yet: the map appears with the first frame.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on the plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value under the mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of the outputs is drawn.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PanelGroup</name>
    <message>
        <source>Fold or unfold this group.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ParameterField</name>
    <message>
        <source>Type a number; Enter sets it, Esc leaves it, the arrow keys step by 0.1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a number: type one such as 0.5, -2 or 1e-3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too large: {largest:.2g} at most.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScaleLegend</name>
    <message>
        <source>Color scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which color stands for which value.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw other initial weights and start training over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs outputs from {low} to {high}: not with {activation}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives the probabilities of classes; these data are numbers to predict.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StateBar</name>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>diverged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} updates/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updates of the weights in a second; one update uses one mini-batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} frames/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures of the training shown in a second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>|gradient| {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The norm of the gradient over the whole network, at the last update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cost on the training data / on the test data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of right answers on the training data / on the test data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State of the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the training is doing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainingToolBar</name>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch and update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times training went through the examples, and updates made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How fast training goes while it runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a ready-made experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch {epoch} · update {update}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an experiment, trained weights or a table of data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore &amp;last session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the network as it was when the window was last closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save data, network and training settings, without the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save experiment &amp;as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the experiment under another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export weights…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the trained weights to an .npz file that plain numpy can read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the last change, step or run back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat what was taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train until paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step one &amp;batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make one update, from one mini-batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step one &amp;epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train to the end of the epoch: once through all training examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to the same initial weights and to epoch 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New &amp;weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin again with other random weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New &amp;sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw other examples of the same kind; the weights stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light text on a dark ground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill the whole screen, for projecting in class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every key and what it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this program is</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dialogs</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backpropagation Playground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {version}. See a neural network learn: edit it, train it live, and look at every weight and gradient. Free software under the MIT license.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tables</name>
    <message>
        <source>A change rebuilds the first layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change rebuilds the layers beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change draws new weights; Undo brings the old ones back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change rebuilds the network in the other precision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {low} to {high}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many examples are drawn, training and test examples together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the points are moved at random from where they belong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of the examples to learn from; the others test what was learned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number the random examples start from: the same seed draws the same examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the network sees of an example: formulas in the inputs x1, x2 and so on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layers between the features and the output, in order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neurons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many neurons this layer has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The function that each neuron of this layer applies to its weighted sum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passes its input on unchanged: the output layer of a regression.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Squeezes any number into 0 … 1: a probability on the output layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tanh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Squeezes any number into −1 … 1, symmetric around zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passes positive numbers on and blocks negative ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A ReLU that lets a hundredth of a negative number through, so that no unit dies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ELU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like ReLU above zero; below, it bends smoothly towards −1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softplus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A ReLU with its corner rounded off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GELU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights its input by how large it is among normal numbers: used in many language models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its input times the sigmoid of its input: smooth, with a small dip below zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waves: fits periodic functions with few units, and is hard to train elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The function of the last layer: it decides which values the network can answer with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turns the outputs into probabilities that add up to one: several classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initial weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the weights are drawn before the first update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xavier (uniform)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps signals and gradients at one size through sigmoid and tanh layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>He (normal)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made for ReLU layers, which pass on half of what they get.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LeCun (uniform)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives every unit inputs of variance one, from a uniform distribution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal / √n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard normal numbers divided by the square root of the number of inputs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard normal weights and biases: lively for small sigmoid networks, too large for deep ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0.01 · normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiny weights: a common first idea, and a bad one for deep networks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zeros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All units of a layer stay the same for ever: shows why weights must begin different.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number the random weights and the shuffling start from: the same seed trains the same way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many digits every number of the network is kept with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About 16 decimal digits in 8 bytes: exact gradient checks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About 7 decimal digits in 4 bytes: what graphics cards use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What training makes small: how far the outputs are from the targets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Squared error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean squared distance between output and target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half squared error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half the mean squared distance, so that its derivative is just the difference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Binary cross-entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How surprised the predicted probability of yes is by the answer, yes or no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cross-entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How surprised the predicted class probabilities are by the true class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Absolute error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean absolute difference: outliers pull no harder than anyone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Huber</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Squared for small errors, absolute for large ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule that turns a gradient into a step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SGD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps straight down the slope of the mini-batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A ball that keeps nine tenths of its speed: rolls through small bumps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum that looks a step ahead before it turns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMSProp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divides each gradient by its recent size, so that all weights move at a similar pace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum and RMSProp together, corrected for their slow start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far one update moves the weights along the gradient: too small is slow, too large diverges.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many examples one update looks at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L1 penalty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulls every weight towards zero by the same amount, so that many become exactly zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L2 penalty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulls every weight towards zero in proportion to its size, so that none becomes very large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times training from the command line goes through all the training examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>XOR truth table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The four rows of the truth table of exclusive or: 1 when exactly one input is 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of each point&apos;s move, as a fraction of the square&apos;s side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>XOR quadrants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two classes in opposite quadrants: class 1 where the signs of the inputs differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of each point&apos;s move, as a fraction of the figure&apos;s half-width.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A disc of class 1 surrounded by a ring of class 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of each point&apos;s move, as a fraction of the ring&apos;s radius.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two clouds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two normal clouds of points that a straight line separates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of each point&apos;s move, as a fraction of the distance between the clouds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spirals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two spiral arms wound into each other, the hardest of the classic problems in the plane.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of each point&apos;s move, as a fraction of the gap between the arms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two half circles that reach into each other without touching.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of each point&apos;s move, as a fraction of the half circles&apos; radius.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three spirals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three spiral arms, one class each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four clouds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four normal clouds of points, one class each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of each point&apos;s move, as a fraction of the distance between neighbours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value that grows evenly along the diagonal: one linear neuron can learn it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of each value&apos;s move, as a fraction of the largest value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bumps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Six hills and hollows over the plane.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of each value&apos;s move, as a fraction of a bump&apos;s height.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sine wave of nearly two periods: a curve to fit from one input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of each value&apos;s move, as a fraction of the amplitude.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One parameter in, a point of a heart-shaped curve out: the network learns to draw it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of each point&apos;s move, as a fraction of the heart&apos;s half-width.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first input itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The second input itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The square of the first input: bends a boundary across it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The square of the second input: bends a boundary across it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The product: positive where both inputs have the same sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A wave along the first input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A wave along the second input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As fast as possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 epochs / s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 epochs / s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 epoch / s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10 updates / s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 updates / s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>workspaces</name>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
